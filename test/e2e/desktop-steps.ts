import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { expect, type ElectronApplication, type Page } from '@playwright/test'

/** Stands in for the person who presses a button, the first unless another is named, and keeps what the dialogs said. */
export const answerDialogs = (app: ElectronApplication, button = 0) =>
  app.evaluateHandle(({ dialog }, response) => {
    const messages: string[] = []
    dialog.showMessageBox = (...args: unknown[]) => {
      messages.push((args.at(-1) as { message: string }).message)
      return Promise.resolve({ response, checkboxChecked: false })
    }
    return messages
  }, button)

/** Keeps the notifications that are shown, as title and body; `click` clicks the latest one. */
export const watchNotifications = (app: ElectronApplication) =>
  app.evaluateHandle(({ Notification }) => {
    const shown: Electron.Notification[] = []
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this)
    }
    return {
      texts: () => shown.map(({ title, body }) => `${title}: ${body}`),
      click: () => void shown.at(-1)?.emit('click')
    }
  })

/** The environment of a desktop that shows a tray, or of one that has none: what asks the session bus is stood in for. */
export async function desktopWithTray(folder: string, hasTray = true): Promise<Record<string, string>> {
  const tools = join(folder, 'tools')
  await mkdir(tools, { recursive: true })
  await writeFile(join(tools, 'gdbus'), `#!/bin/sh\necho '(${hasTray},)'\n`)
  await chmod(join(tools, 'gdbus'), 0o755)
  return {
    PATH: `${tools}${delimiter}${process.env.PATH ?? ''}`,
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere'
  }
}

/** As a person closes it, by the frame of the window. */
export const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

export const isWindowVisible = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)

/** Ends the engine's thread wherever it is at that moment. It is found when a page that loads anew is connected to it. */
export async function endEngine(app: ElectronApplication, page: Page) {
  await app.evaluate(() => {
    const { Worker } = process.getBuiltinModule('node:worker_threads')
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (...args) {
      Object.assign(globalThis, { engine: this })
      return postMessage.apply(this, args)
    }
  })
  await page.reload()
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  return () =>
    app.evaluate(async () => {
      const { engine } = globalThis as unknown as { engine: Worker }
      await engine.terminate()
    })
}

/**
 * Puts the next download into a file, in place of the dialog. To be awaited before whatever begins it.
 *
 * @returns what tells how it went, once it is over
 */
export async function nextDownload(app: ElectronApplication, file: string) {
  const download = await app.evaluateHandle(
    ({ session }, path) => ({
      end: new Promise<{ name: string; state: string }>(resolve =>
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(path)
          item.once('done', (_done, state) => resolve({ name: item.getFilename(), state }))
        })
      )
    }),
    file
  )
  return () => download.evaluate(({ end }) => end)
}
