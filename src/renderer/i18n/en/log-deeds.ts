import { formatNumber } from '../format'
import { counted } from './parts'

/** What can be done with the log and its rows. */
export const logDeeds = {
  menu: (id: number) => `Request #${id}`,
  onlyThis: (chip: string) => `Only this: ${chip}`,
  notThis: (chip: string) => `Not this: ${chip}`,
  open: 'Open details',
  mark: 'Mark to compare',
  unmark: 'Take the mark away',
  compareWith: (id: number) => `Compare with #${id}`,
  marked: (id: number) => `Marked #${id}. Press d on another row to compare.`,
  deck: {
    item: 'Save as deck…',
    one: 'Save as deck…',
    from: (id: number) => `Save all from #${id} as deck…`,
    title: 'Save as deck',
    rows: 'Requests',
    all: 'All requests',
    shown: 'What the filter shows',
    pinned: 'What is pinned',
    stretch: (first: number, last: number) =>
      first === last ? `#${first} alone` : `What is shown from #${first} to #${last}`,
    count: (count: number) => counted(count, 'row', 'rows'),
    tooMany: (most: number) => `A deck has at most ${formatNumber(most)} requests. Filter for fewer.`
  },
  pinned: (id: number) => `Pinned #${id}`,
  unpinned: (id: number) => `Unpinned #${id}`,
  replayed: (id: number, of: number) => `Sent #${of} again, as #${id}`,
  notReplayed: 'The request was not sent again',
  notDone: 'That was not done',
  noFailedNewer: 'There is no newer failed request.',
  noFailedOlder: 'There is no older failed request.',
  more: 'More for the log',
  columns: 'Columns',
  columnAuto: 'auto',
  columnsReset: 'Usual columns and widths',
  resize: (column: string) => `Width of ${column}`,
  clear: 'Clear',
  clearAsk: 'Clear log…',
  clearTitle: (count: number) => `Clear ${counted(count, 'request', 'requests')}?`,
  clearKept: (count: number) =>
    count === 0
      ? 'Nothing is pinned, so nothing stays. Users and groups are not touched.'
      : `${formatNumber(count)} pinned ${count === 1 ? 'stays' : 'stay'}. Users and groups are not touched.`,
  clearUndoable: 'It can be undone for 10 seconds.',
  cleared: (count: number) => `Cleared ${counted(count, 'request', 'requests')}.`,
  undo: 'Undo',
  notUndone: 'It could not be undone',
  export: 'Export what is shown…',
  exportTitle: 'Export what is shown',
  exportCount: (count: number) => `${counted(count, 'request', 'requests')} will be written, oldest first.`,
  exportFormat: 'Format',
  formats: {
    har: 'HAR',
    harHint:
      'Opens in browsers’ developer tools and HTTP analysers. What was done in this console is no request and is left out.',
    jsonl: 'JSON Lines',
    jsonlHint: 'One request a line, whole: bodies, changes, tolerances, notes.',
    csv: 'CSV',
    csvHint: 'The rows of the list, for a spreadsheet.'
  },
  removed: 'Left out of every export',
  exportStart: 'Export',
  exporting: (written: number, total: number) => `${formatNumber(written)} of ${formatNumber(total)} written`,
  choosing: 'Waiting for a place to save it…',
  exported: (name: string, count: number) => `${counted(count, 'request', 'requests')} saved as ${name}`,
  notExported: 'The export was not finished',
  replayTitle: (id: number) => `Edit and replay #${id}`,
  method: 'Method',
  target: 'Path',
  body: 'Body',
  bodyHint: 'JSON. Send records a replay; Try out changes nothing.',
  send: 'Send',
  tryOut: 'Try out',
  tried: 'tried out',
  triedNote: 'Tried out: nothing was changed and nothing was recorded.',
  wouldChange: 'What it would change',
  wouldChangeNothing: 'Nothing.',
  answer: 'Answer',
  noAnswer: 'The answer appears here.',
  badJson: (line: number, column: number, found: string | null) =>
    found === null
      ? `Line ${line}, column ${column}: the JSON ends too early.`
      : `Line ${line}, column ${column}: unexpected ${found}.`,
  compareTitle: (a: number, b: number) => `Compare #${a} and #${b}`,
  compareRequests: 'Requests',
  compareResponses: 'Answers',
  compareWhat: 'What to compare',
  differences: (count: number) =>
    count === 0 ? 'No attribute differs.' : counted(count, 'attribute differs', 'attributes differ'),
  path: 'Attribute',
  absent: 'absent',
  presenter: 'Presenter layout'
}
