import { app, dialog } from 'electron'
import type { BrowserWindow, MessageBoxOptions } from 'electron'
import type { EngineProblem } from './engine-thread'
import { formatMoment } from './language'
import { words } from './words'

/** A window to attach a dialog to; without one it stands alone. */
type Parent = BrowserWindow | null

/** The engine crashed and is back: said once, nothing to decide. */
export function tellRecovered(parent: Parent, { detail }: EngineProblem) {
  void ask(parent, {
    type: 'warning',
    message: words.engine.recovered,
    detail: words.engine.recoveredDetail(detail),
    buttons: [words.engine.ok]
  })
}

/** The engine is down: the newest backup where the directory file is damaged, another try, or the end. */
export async function askAboutDown(
  parent: Parent,
  { reason, detail, backup }: EngineProblem,
  dataFolder: string,
  start: (restore?: string) => void,
  /** Another workspace can be opened instead. */
  openHome: (() => void) | null
) {
  const restore = backup ? [{ label: words.engine.restore, run: () => start(backup.name) }] : []
  const choices = [
    ...restore,
    { label: words.engine.tryAgain, run: () => start() },
    ...(openHome ? [{ label: words.engine.openHome, run: openHome }] : []),
    { label: words.engine.quit, run: () => app.quit() }
  ]
  const choice = await ask(parent, {
    type: 'error',
    message: words.engine.down[reason],
    detail:
      words.engine.downDetail(detail, dataFolder) +
      (backup ? words.engine.restoreDetail(formatMoment(backup.at)) : ''),
    buttons: choices.map(({ label }) => label),
    cancelId: choices.length - 1
  })
  choices[choice]?.run()
}

/** The page crashed; the engine did not notice. */
export async function askAboutPage(window: BrowserWindow, reason: string) {
  const choice = await ask(window, {
    type: 'error',
    message: words.page.gone,
    detail: words.page.goneDetail(reason),
    buttons: [words.page.reopen, words.engine.quit],
    cancelId: 0
  })
  if (choice !== 0) app.quit()
  else if (!window.isDestroyed()) window.reload()
}

/** Asks natively and resolves to the number of the button. */
export async function ask(parent: Parent, options: MessageBoxOptions): Promise<number> {
  const { response } = await (parent && !parent.isDestroyed()
    ? dialog.showMessageBox(parent, options)
    : dialog.showMessageBox(options))
  return response
}
