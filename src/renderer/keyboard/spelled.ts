import { words } from '../i18n'

const { keyNames } = words.shell
const names: Record<string, string> = keyNames
const modifier = () => (navigator.userAgent.includes('Macintosh') ? keyNames.command : keyNames.mod)

/** A shortcut as people read it: `mod+1` is "Ctrl + 1", or "⌘ + 1" on macOS. */
export const spelled = (keys: string): string =>
  keys
    .split('+')
    .map(key => (key === 'mod' ? modifier() : (names[key] ?? key.charAt(0).toUpperCase() + key.slice(1))))
    .join(' + ')
