import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Settings } from '../../shared/settings'
import { ask } from './problem-dialogs'
import { trayExists } from './tray-exists'
import { words } from './words'

type WhenClosed = Settings['desktop.whenClosed']

export interface ClosingDeps {
  isQuitting: () => boolean
  whenClosed: () => WhenClosed
  remember: (choice: WhenClosed) => void
  /** Before a window is hidden, so that there is a way back. */
  showTray: () => void
}

/**
 * What closing the window means: the first time a person is asked. Without a tray it is the end, as ever; on macOS the
 * program stays in the Dock, as every program does there.
 */
export function watchClosing(window: BrowserWindow, deps: ClosingDeps) {
  if (process.platform === 'darwin') return
  let isDeciding = false

  window.on('close', event => {
    if (deps.isQuitting()) return
    event.preventDefault()
    if (isDeciding) return
    isDeciding = true
    void decide(window, deps).finally(() => (isDeciding = false))
  })
}

async function decide(window: BrowserWindow, deps: ClosingDeps) {
  if (!(await trayExists())) return app.quit()
  const known = deps.whenClosed()
  const choice = known === 'ask' ? await askOnce(window) : known
  if (choice === 'ask') return
  if (choice !== known) deps.remember(choice)
  if (choice === 'quit') return app.quit()
  deps.showTray()
  window.hide()
}

/** @returns 'ask' when nothing was decided */
async function askOnce(window: BrowserWindow): Promise<WhenClosed> {
  const answer = await ask(window, {
    type: 'question',
    message: words.closing.question,
    detail: words.closing.detail,
    buttons: [words.closing.keep, words.engine.quit, words.closing.cancel],
    defaultId: 0,
    cancelId: 2
  })
  return (['tray', 'quit', 'ask'] as const)[answer] ?? 'ask'
}
