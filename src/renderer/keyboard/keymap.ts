import { words } from '../i18n'

/** `isSingle`: a plain key, which acts only outside inputs and can be switched off. */
export interface Shortcut {
  keys: string[]
  does: string
  isSingle?: true
}

const { keys } = words.shell

/** One line per shortcut; `mod` is Ctrl, or Cmd on macOS. */
export const anywhere = {
  palette: { keys: ['mod+k'], does: keys.palette },
  screens: { keys: ['mod+1', 'mod+2', 'mod+3', 'mod+4', 'mod+5', 'mod+6', 'mod+7'], does: keys.screens },
  settings: { keys: ['mod+,'], does: keys.settings },
  presenter: { keys: ['mod+shift+p'], does: keys.presenter },
  shortcuts: { keys: ['?'], does: keys.shortcuts, isSingle: true }
} satisfies Record<string, Shortcut>

export const inLog = {
  filter: { keys: ['/', 'mod+f'], does: keys.filter },
  next: { keys: ['j', 'arrowdown'], does: keys.next },
  previous: { keys: ['k', 'arrowup'], does: keys.previous },
  first: { keys: ['home'], does: keys.first },
  newest: { keys: ['end'], does: keys.newest },
  pageUp: { keys: ['pageup'], does: keys.previous },
  pageDown: { keys: ['pagedown'], does: keys.next },
  open: { keys: ['enter', 'o'], does: keys.open },
  toList: { keys: ['mod+['], does: keys.pane },
  toPane: { keys: ['mod+]'], does: keys.pane },
  pause: { keys: [' '], does: keys.pause },
  follow: { keys: ['f'], does: keys.follow },
  curl: { keys: ['c'], does: keys.curl },
  response: { keys: ['shift+c'], does: keys.response },
  nextFailed: { keys: ['n'], does: keys.nextFailed },
  previousFailed: { keys: ['shift+n'], does: keys.previousFailed },
  replay: { keys: ['r'], does: keys.replay },
  edit: { keys: ['e'], does: keys.edit },
  pin: { keys: ['p'], does: keys.pin },
  compare: { keys: ['d'], does: keys.compare },
  onlyThis: { keys: ['x'], does: keys.onlyThis },
  clear: { keys: ['mod+shift+delete'], does: keys.clear },
  export: { keys: ['mod+s'], does: keys.export },
  leave: { keys: ['escape'], does: keys.leave }
} satisfies Record<string, Shortcut>
