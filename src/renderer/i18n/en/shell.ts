import { ago, counted } from './parts'

export const shell = {
  navigation: 'Main',
  screens: {
    setup: 'Setup',
    log: 'Live log',
    users: 'Users',
    groups: 'Groups',
    tokens: 'Tokens',
    simulator: 'Simulator',
    settings: 'Settings'
  },
  setupDone: 'all steps done',
  expiresIn: (name: string, days: number) =>
    days <= 0
      ? `Token “${name}” expires today`
      : `Token “${name}” expires in ${counted(days, 'day', 'days')}`,
  certificate: {
    expires: (days: number) =>
      days <= 0 ? 'Certificate expires today' : `Certificate expires in ${counted(days, 'day', 'days')}`,
    expired: 'Certificate has expired'
  },
  notListening: 'The server does not listen',
  toServerSettings: 'Go to the server’s settings',
  state: {
    running: 'Running',
    stopped: 'Stopped',
    'port-taken': 'Not listening',
    connecting: 'Connecting',
    lost: 'Not connected',
    locked: 'Locked'
  },
  lost: 'The console lost its connection and is trying again. What you see may be out of date.',
  locked: {
    title: 'This browser has no key to the console',
    text: 'Open the address that Usher printed when it started; its key works once and lasts as long as this browser stays open. Starting Usher again prints a new one.'
  },
  address: 'Listening on',
  tenantUrl: 'Tenant URL',
  copyTenantUrl: 'Copy Tenant URL',
  notReachable: { entra: 'not reachable from Entra', okta: 'not reachable from Okta' },
  notReachableWhy: {
    entra:
      'This is an address of this computer. Entra needs a public https address: put a tunnel or proxy in front and enter its address in Settings.',
    okta: 'This is an address of this computer. Okta needs a public https address: put a tunnel or proxy in front and enter its address in Settings.'
  },
  stop: 'Stop server',
  start: 'Start server',
  stopWhy: 'Stops answering SCIM requests. Entra will try again later.',
  commandFailed: 'The command was not carried out',
  changeFailed: 'The server did not follow',
  palette: 'Command palette',
  palettePlaceholder: 'Go to a screen or run a command',
  paletteEmpty: 'No command is called that.',
  goTo: (screen: string) => `Go to ${screen}`,
  theme: { light: 'Use the light theme', dark: 'Use the dark theme', auto: 'Follow the theme of the system' },
  shortcuts: 'Keyboard shortcuts',
  portTaken: {
    title: (port: number) => `Port ${port} is in use by another program`,
    text: 'Usher does not change a configured port by itself, because Entra may be pointed at it. Close the other program and try again, or use another port until the next start.',
    another: 'Use another port',
    again: 'Try again'
  },
  status: {
    label: 'Status',
    users: (count: number) => counted(count, 'user', 'users'),
    groups: (count: number) => counted(count, 'group', 'groups'),
    requests: (count: number) => counted(count, 'request kept', 'requests kept'),
    last: (ms: number) => `Last request ${ago(ms)}`,
    noneYet: 'No request yet',
    logTrouble: (why: string) => `The log is not being written: ${why}`
  },
  keys: {
    palette: 'Command palette',
    screens: 'Screens in the order of the rail',
    settings: 'Settings',
    shortcuts: 'This list',
    filter: 'Filter box',
    next: 'Next row',
    previous: 'Previous row',
    first: 'First row',
    newest: 'Newest row, and follow',
    open: 'Open details',
    pane: 'To the list, to the pane',
    pause: 'Pause or resume the view',
    follow: 'Follow the newest',
    curl: 'Copy as cURL',
    response: 'Copy response',
    nextFailed: 'Next failed row',
    previousFailed: 'Previous failed row',
    replay: 'Replay',
    edit: 'Edit and replay',
    pin: 'Pin',
    compare: 'Mark, then compare with another row',
    onlyThis: 'Only this: filter by what the row is about',
    clear: 'Clear the log (asks)',
    export: 'Export what is shown',
    presenter: 'Presenter layout',
    leave: 'Leave the box, then clear the selection, then close the pane'
  },
  /** As they stand on the keyboard; all others by their letter. */
  keyNames: {
    mod: 'Ctrl',
    command: '⌘',
    shift: 'Shift',
    ' ': 'Space',
    enter: 'Enter',
    escape: 'Esc',
    delete: 'Delete',
    home: 'Home',
    end: 'End',
    pageup: 'Page Up',
    pagedown: 'Page Down',
    arrowup: '↑',
    arrowdown: '↓'
  },
  keysAnywhere: 'Anywhere',
  keysLog: 'In the live log'
}
