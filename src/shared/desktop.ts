/** What the program's own surroundings offer: tray, start at login, notifications. A browser has none of it. */

/** Why something of the desktop is not available here. The console has the words. */
export type Unavailable =
  /** The console is a page in a browser; the program runs elsewhere. */
  | 'in-browser'
  /** This desktop shows no tray, so a hidden window could not be found again. */
  | 'no-tray'
  /** macOS keeps programs without a window in its Dock; there is nothing to choose. */
  | 'kept-by-system'
  /** Started from its source folder: no program is installed that could be started. */
  | 'from-source'
  | 'no-notifications'

export type Ability = { isHere: true } | { isHere: false; reason: Unavailable }

export interface DesktopState {
  tray: Ability
  startAtLogin: Ability
  /** As the system has it written down, not as we remember it. */
  startsAtLogin: boolean
  notifications: Ability
}

/** What a person can be told of while they look elsewhere; each is a setting, `notifications.<topic>`. */
export const NEWS_TOPICS = ['failing', 'changes', 'tunnel'] as const
export type NewsTopic = (typeof NEWS_TOPICS)[number]

const inBrowser: Ability = { isHere: false, reason: 'in-browser' }

/** The desktop of a console that has none. */
export const NO_DESKTOP: DesktopState = {
  tray: inBrowser,
  startAtLogin: inBrowser,
  startsAtLogin: false,
  notifications: inBrowser
}
