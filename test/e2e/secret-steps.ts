import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { showScreen } from './steps'

/** The files that hold the text, in either encoding that Chromium and SQLite use. */
export function filesWith(text: string, folder: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => {
      const content = readIfThere(file)
      return forms.some(form => content.includes(form))
    })
}

/** The process list, with the arguments of every program on this computer. */
export const commandLines = (): string =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => readIfThere(`/proc/${pid}/cmdline`).toString())
    .join('\n')

/** Nothing if it has gone since it was listed: a program has ended, Chromium has put a file in another's place. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

/** The whole log as HAR, JSON Lines and CSV, and all users as CSV, JSON and LDIF. @returns the folder they are in */
export async function exportEverything(page: Page, app: ElectronApplication): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'usher-exports-'))
  await app.evaluate(({ dialog }, to) => {
    const choose = (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) =>
      Promise.resolve({ canceled: false, filePath: `${to}/${defaultPath.replace(/^.*[\\/]/, '')}` })
    dialog.showSaveDialog = choose as typeof dialog.showSaveDialog
  }, folder)

  await showScreen(page, 'Live log')
  for (const format of ['HAR', 'JSON Lines', 'CSV']) {
    await page.keyboard.press('ControlOrMeta+s')
    const dialog = page.getByRole('dialog', { name: 'Export what is shown' })
    await dialog.getByRole('radio', { name: format }).check()
    await dialog.getByRole('button', { name: 'Export' }).click()
    await expect(dialog.getByText(/saved as/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(dialog).toBeHidden()
  }
  await showScreen(page, 'Users')
  for (const ending of ['csv', 'json', 'ldif']) {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: new RegExp(ending, 'i') }).click()
    // What is said about it does not stay.
    const isThere = (name: string) => name.startsWith('users-') && name.endsWith(`.${ending}`)
    await expect.poll(() => readdirSync(folder).some(isThere)).toBe(true)
  }
  return folder
}
