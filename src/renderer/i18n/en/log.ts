import type { CycleSummary } from '../../../shared/cycle'
import { formatMinute, formatNumber, formatRecent, formatSpan } from '../format'
import { logDeeds } from './log-deeds'
import { logDetail } from './log-detail'
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
  checked: 'Check',
  noToken: 'no token',
  failed: 'The log could not be loaded',
  filter: {
    label: 'Filter requests',
    placeholder: 'Filter: words, or status>=400  method=PATCH  user:alice  is:error',
    clear: 'Clear filter',
    suggestions: 'Suggestions',
    remove: (chip: string) => `Remove ${chip}`,
    saved: 'Saved filters',
    save: 'Save this filter',
    saveName: 'Name',
    saveHint: 'A name for the filter in the box.',
    noneSaved: 'No filter is saved yet. Type one in the box and save it here.',
    forget: (name: string) => `Forget ${name}`
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
  cycle: {
    title: (number: number) => `Cycle ${formatNumber(number)}`,
    when: formatSpan,
    counts: (cycle: CycleSummary) => cycleCounts(cycle).join(', '),
    status: (cycle: CycleSummary) =>
      `Cycle ${formatNumber(cycle.cycle)}: ${formatNumber(cycle.createdCount)} created, ${formatNumber(cycle.disabledCount)} disabled, ${formatNumber(cycle.errorCount)} failed`,
    next: (at: number) => `next expected ≈ ${formatMinute(at)}`,
    nextWhy: (isObserved: boolean) =>
      isObserved
        ? 'From the rhythm of the last cycles seen here.'
        : 'Entra runs about every 40 minutes; no rhythm has been seen here yet.'
  },
  timeline: {
    label: 'Activity',
    summary: (count: number, failed: number, from: number, to: number) =>
      `${counted(count, 'request', 'requests')} from ${formatRecent(from)} to ${formatRecent(to)}, ${formatNumber(failed)} failed or refused`,
    bar: (at: number, count: number, failed: number) =>
      `${formatRecent(at)}: ${counted(count, 'request', 'requests')}${failed > 0 ? `, ${formatNumber(failed)} failed` : ''}`
  },
  deeds: logDeeds,
  detail: logDetail,
  changes: {
    nothing: 'Nothing changed',
    nothingText: 'The request was understood and answered, and everything already was as it asked.',
    read: 'This request only looked, it changed nothing.',
    failed: 'Nothing was changed: the request did not succeed.'
  }
}

function cycleCounts(cycle: CycleSummary): string[] {
  const counts: [number, string][] = [
    [cycle.createdCount, 'created'],
    [cycle.updatedCount, 'changed'],
    [cycle.disabledCount, 'disabled'],
    [cycle.deletedCount, 'deleted'],
    [cycle.lookupCount, cycle.lookupCount === 1 ? 'look-up' : 'look-ups']
  ]
  const some = counts.filter(([count]) => count > 0).map(([count, word]) => `${formatNumber(count)} ${word}`)
  return [...some, `${formatNumber(cycle.errorCount)} failed`]
}
