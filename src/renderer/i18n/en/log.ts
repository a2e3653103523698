import { formatNumber } from '../format'
import { counted } from './parts'

export const log = {
  title: 'Live log',
  grid: 'Requests',
  shown: (matched: number, total: number) =>
    matched === total
      ? counted(total, 'request', 'requests')
      : `${formatNumber(matched)} of ${counted(total, 'request', 'requests')}`,
  columns: {
    time: 'Time',
    outcome: 'Outcome',
    sentence: 'What happened',
    method: 'Method',
    path: 'Path',
    status: 'Status',
    duration: 'Duration',
    token: 'Token'
  },
  following: 'Following',
  follow: 'Jump to latest',
  pause: 'Pause view',
  resume: 'Resume view',
  newRows: (count: number) => `${formatNumber(count)} new`,
  newRowsHint: 'Jump to latest',
  paused: (count: number) =>
    count === 0
      ? 'View paused – still answering.'
      : `View paused – still answering. ${formatNumber(count)} new.`,
  digest: (arrived: number, failed: number) =>
    failed === 0
      ? counted(arrived, 'new request', 'new requests')
      : `${counted(arrived, 'new request', 'new requests')}, ${formatNumber(failed)} failed`,
  console: 'Console',
  simulated: 'Simulated',
  noToken: 'no token',
  failed: 'The log could not be loaded',
  filter: {
    label: 'Filter requests',
    placeholder: 'Filter: words, or status>=400  method=PATCH  user:alice  is:error',
    clear: 'Clear filter',
    suggestions: 'Suggestions',
    remove: (chip: string) => `Remove ${chip}`,
    suggested: [
      { text: 'is:error', says: 'Failed or refused' },
      { text: 'is:refused', says: 'Refused before anything was looked at' },
      { text: 'is:change', says: 'Changed something' },
      { text: 'is:lookup', says: 'Only looked something up' },
      { text: 'is:slow', says: 'Took a second or longer' },
      { text: 'is:open', says: 'Still in progress' },
      { text: 'is:interrupted', says: 'Left without an answer' },
      { text: 'is:console', says: 'Done in this console' },
      { text: 'status>=400', says: 'Status 400 or more' },
      { text: 'status:2xx', says: 'Status 200 to 299' },
      { text: 'method:GET', says: 'Read or searched' },
      { text: 'method:POST', says: 'Created or searched' },
      { text: 'method:PATCH', says: 'Changed by parts' },
      { text: 'method:PUT', says: 'Replaced as a whole' },
      { text: 'method:DELETE', says: 'Deleted' },
      { text: 'user:', says: 'About a user with this name' },
      { text: 'group:', says: 'About a group with this name' },
      { text: 'token:', says: 'Sent with this token' },
      { text: 'path:', says: 'With this in the path' },
      { text: 'duration>250ms', says: 'Took longer than 250 ms' },
      { text: 'after:15m', says: 'In the last 15 minutes' },
      { text: 'after:14:00', says: 'Today from 14:00' },
      { text: 'id:', says: 'The request with this number' }
    ]
  },
  empty: {
    neverTitle: 'Waiting for the first request',
    neverText:
      'Every request to this server appears here as it arrives, with what it changed and why it failed. Create a token and give it to Entra together with the Tenant URL.',
    neverAction: 'Create token',
    filteredTitle: (query: string) => `Nothing matches ${query}`,
    filteredText: (count: number) =>
      count === 1
        ? 'The filter hides the one request there is.'
        : `The filter hides ${formatNumber(count)} requests.`,
    pausedTitle: 'View paused',
    pausedText: (count: number) =>
      count === 0
        ? 'The server is still answering; nothing has arrived since.'
        : `The server is still answering; ${formatNumber(count)} arrived since.`,
    stoppedTitle: 'The server is stopped',
    stoppedText: 'Nothing can arrive until it listens again.'
  },
  detail: {
    close: 'Close details',
    tabs: {
      summary: 'Summary',
      request: 'Request',
      response: 'Response',
      changes: 'Changes',
      explain: 'Explain'
    },
    gone: 'This request is no longer in the log',
    goneText: 'Retention or clearing has removed it.',
    failed: 'The request could not be loaded',
    pane: 'Request details',
    number: 'Request',
    time: 'Time',
    duration: 'Duration',
    token: 'Token',
    outcome: 'Outcome',
    target: 'Path',
    status: 'Status',
    from: 'From',
    agent: 'User agent',
    noAgent: 'no user agent',
    noAgentWhy: 'Entra sends none.',
    about: 'About',
    size: 'Size',
    sizes: (request: string, response: string) => `${request} in, ${response} out`,
    replayOf: 'Replay of',
    tolerances: 'Read with tolerance',
    headers: 'Headers',
    noHeaders: 'No headers were recorded.',
    body: 'Body',
    noBody: 'No body.',
    pretty: 'Pretty',
    raw: 'Raw',
    form: 'Form of the body',
    isCut: (shown: string, whole: string) => `Shown: the first ${shown} of ${whole}.`,
    showAll: 'Show all',
    notYet: 'The answer has not been sent yet.',
    curl: 'cURL',
    responseWord: 'response',
    pathWord: 'path',
    idWord: 'id',
    copyCurl: 'Copy as cURL',
    copyResponse: 'Copy response',
    copyRequest: 'Copy request',
    copyPath: 'Copy path',
    copyId: 'Copy id',
    copied: (what: string) => `${what}: done`
  },
  changes: {
    nothing: 'Nothing changed',
    nothingText: 'The request was understood and answered, and everything already was as it asked.',
    read: 'This request only looked, it changed nothing.',
    failed: 'Nothing was changed: the request did not succeed.',
    added: (count: number) => `Added ${counted(count, 'member', 'members')}`,
    removed: (count: number) => `Removed ${counted(count, 'member', 'members')}`,
    more: (count: number) => `and ${formatNumber(count)} more`
  }
}
