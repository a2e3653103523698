import type { OutcomeWord } from '../../../shared/exchange'
import { counted } from '../counted'
import { formatNumber } from '../format'

export { counted }

/** "4 minutes ago", for any length of time. */
export function ago(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 2) return 'just now'
  if (seconds < 60) return `${seconds} s ago`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return hours === 1 ? '1 hour ago' : `${hours} hours ago`
  return `${formatNumber(Math.floor(hours / 24))} days ago`
}

export const parts = {
  ago,
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Could not copy',
  tryAgain: 'Try again',
  loading: 'Loading',
  searching: 'Searching…',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  save: 'Save',
  unnamed: '(no name)',
  byYou: 'by you',
  never: 'Never',
  none: 'none',
  search: 'Search',
  clearSearch: 'Clear search',
  sortedAscending: 'ascending',
  sortedDescending: 'descending',
  outcome: {
    'in progress': 'In progress',
    ok: 'OK',
    refused: 'Refused',
    failed: 'Failed',
    interrupted: 'Interrupted'
  },
  outcomeMeanings: {
    'in progress': 'The answer has not been sent yet.',
    ok: 'Answered with what was asked for.',
    refused: 'Turned away before anybody looked at what it wanted.',
    failed: 'Answered with a fault, or could not be read.',
    interrupted: 'The client or this server left before the answer was sent.'
  } satisfies Record<OutcomeWord, string>,
  history: {
    verb: { created: 'Created', updated: 'Changed', deleted: 'Deleted' },
    byToken: 'by a token',
    request: 'Request',
    nothing: 'Nothing has changed since the log began.',
    failed: 'The history could not be loaded',
    older: 'Show older',
    added: (count: number) => `Added ${counted(count, 'member', 'members')}`,
    removed: (count: number) => `Removed ${counted(count, 'member', 'members')}`,
    more: (count: number) => `and ${formatNumber(count)} more`
  },
  attributes: {
    attribute: 'Attribute',
    value: 'Value',
    setBy: 'Set by',
    old: 'Old',
    new: 'New',
    core: 'Core attributes',
    enterprise: 'Enterprise extension',
    known: 'Identity'
  }
}
