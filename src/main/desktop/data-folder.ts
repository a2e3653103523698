import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/**
 * Settles where everything lies, before the single-instance lock is taken (the lock lies there too). The databases
 * are directly in the data folder, as in headless mode; what Chromium keeps for itself is in `browser`.
 */
export function settleDataFolder(wanted: string | undefined): string {
  if (wanted !== undefined) {
    mkdirSync(wanted, { recursive: true })
    app.setPath('userData', wanted)
  }
  const folder = app.getPath('userData')
  app.setPath('sessionData', join(folder, 'browser'))
  app.setPath('crashDumps', join(folder, 'browser', 'crashes'))
  return folder
}
