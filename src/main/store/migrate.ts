import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from './database'
import initial from './migrations/0001-initial.sql?raw'
import lists from './migrations/0002-lists.sql?raw'
import clients from './migrations/0003-clients.sql?raw'
import disabled from './migrations/0004-disabled.sql?raw'

export interface Migration {
  number: number
  name: string
  sql: string
}

/** In order; never edited after landing. */
export const MIGRATIONS: Migration[] = [
  { number: 1, name: 'initial', sql: initial },
  { number: 2, name: 'lists', sql: lists },
  { number: 3, name: 'clients', sql: clients },
  { number: 4, name: 'disabled', sql: disabled }
]

/** What this program brings every file to. */
export const latestMigration = MIGRATIONS.at(-1)?.number ?? 0

/** The file was written by a later version of the program. */
export class NewerDatabase extends Error {
  constructor(found: number, known: number) {
    super(
      `This data folder was written by a newer Usher (its schema is ${found}, this one knows ${known}). ` +
        'Nothing was changed. Start the newer version, or use another data folder.'
    )
    this.name = 'NewerDatabase'
  }
}

/** A migration that the file went through is not the one that this program holds. */
export class AlteredMigration extends Error {
  constructor(number: number) {
    super(
      `Schema step ${number} of this data folder differs from the one this Usher knows. Nothing was changed. ` +
        'Start the version that wrote it, or use another data folder.'
    )
    this.name = 'AlteredMigration'
  }
}

/**
 * Brings the schema up to date, each step in a transaction of its own. A file that has content is copied first, to
 * `backups/before-schema-N.db` in the data folder.
 *
 * @throws NewerDatabase, AlteredMigration
 */
export function migrate(db: Db, folder: string, migrations: Migration[] = MIGRATIONS): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS migrations (
      number     INTEGER PRIMARY KEY,
      name       TEXT    NOT NULL,
      hash       TEXT    NOT NULL,
      applied_at TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP
    ) STRICT`)

  const applied = db
    .prepare<[], { number: number; hash: string }>('SELECT number, hash FROM migrations ORDER BY number')
    .all()
  const known = migrations.at(-1)?.number ?? 0
  const last = applied.at(-1)?.number ?? 0
  if (last > known) throw new NewerDatabase(last, known)
  for (const { number, hash } of applied) {
    const migration = migrations.find(one => one.number === number)
    if (!migration || hashOf(migration) !== hash) throw new AlteredMigration(number)
  }

  const pending = migrations.filter(migration => migration.number > last)
  if (pending.length > 0 && last > 0) backUp(db, folder, pending[0]!.number)

  const record = db.prepare('INSERT INTO migrations (number, name, hash) VALUES (?, ?, ?)')
  for (const migration of pending) {
    db.transaction(() => {
      db.exec(migration.sql)
      record.run(migration.number, migration.name, hashOf(migration))
    }).immediate()
  }
}

const hashOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex')

function backUp(db: Db, folder: string, number: number): void {
  mkdirSync(join(folder, 'backups'), { recursive: true })
  const file = join(folder, 'backups', `before-schema-${number}.db`)
  // A leftover of an attempt that failed; VACUUM INTO refuses to overwrite.
  if (existsSync(file)) rmSync(file)
  db.prepare('VACUUM INTO ?').run(file)
}
