import { SLOW_MS, type Flag, type Key, type Operator } from './query'

/** What the filter's suggestions and chips say: another language is another object of this type. */
export interface FilterWords {
  flags: Record<Flag, string>
  keys: Record<Key, string>
  /** A comparison of the status, `status>=400`. */
  status: (operator: '=' | '>=' | ':', value: string) => string
  conflict: string
  noToken: string
  method: (method: string) => string
  pathContains: (path: string) => string
  longerThan: (duration: string) => string
  within: { '15m': string; '1h': string; '1d': string }
  beforeAnHour: string
  sentWith: (token: string) => string
  aboutUser: (user: string) => string
  aboutGroup: (group: string) => string
  cycle: (cycle: number) => string
  not: (what: string) => string
  or: string
  compared: Record<Operator, (key: string, value: string) => string>
}

export const en: FilterWords = {
  flags: {
    error: 'failed or refused',
    refused: 'refused: no valid token',
    change: 'changed something',
    lookup: 'looked something up',
    pinned: 'pinned',
    simulated: 'sent by the simulator',
    check: 'sent by the conformance check',
    replay: 'replayed',
    slow: `took ${SLOW_MS / 1000} s or longer`,
    open: 'not answered yet',
    interrupted: 'interrupted before the answer',
    console: 'done at this console'
  },
  keys: {
    status: 'HTTP status',
    duration: 'duration in milliseconds',
    cycle: 'cycle number',
    id: 'request number',
    method: 'HTTP method',
    kind: 'kind of sentence',
    user: 'about a user',
    group: 'about a group',
    token: 'sent with a token',
    path: 'part of the path',
    is: 'a property',
    after: 'at or after a time',
    before: 'before a time'
  },
  status: (operator, value) =>
    operator === '>='
      ? `status ${value} or more`
      : operator === ':'
        ? `status ${value} to ${Number(value) + 99}`
        : `status ${value}`,
  conflict: 'status 409, a conflict',
  noToken: 'status 401, no valid token',
  method: method => `method ${method}`,
  pathContains: path => `path contains ${path}`,
  longerThan: duration => `took longer than ${duration}`,
  within: { '15m': 'in the last 15 minutes', '1h': 'in the last hour', '1d': 'in the last 24 hours' },
  beforeAnHour: 'more than an hour ago',
  sentWith: token => `sent with the token ${token}`,
  aboutUser: user => `about the user ${user}`,
  aboutGroup: group => `about the group ${group}`,
  cycle: cycle => `cycle ${cycle}`,
  not: what => `not: ${what}`,
  or: 'or',
  compared: {
    ':': (key, value) => `${key} ${value}`,
    '=': (key, value) => `${key} exactly ${value}`,
    '>': (key, value) => `${key} more than ${value}`,
    '>=': (key, value) => `${key} ${value} or more`,
    '<': (key, value) => `${key} less than ${value}`,
    '<=': (key, value) => `${key} ${value} or less`
  }
}
