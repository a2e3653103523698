import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from './database'

/**
 * Copies the directory's file while it is in use, in slices, into `backups/` of the data folder.
 *
 * @param at epoch milliseconds, for the file's name
 * @returns the file written
 */
export async function backUp(db: Db, folder: string, at: number): Promise<string> {
  const backups = join(folder, 'backups')
  mkdirSync(backups, { recursive: true })
  const moment = new Date(at).toISOString().replace(/[:.]/g, '-')
  const file = join(backups, `usher-${moment}.db`)
  await db.backup(file)
  return file
}
