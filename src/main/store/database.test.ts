import { existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { USER_SCHEMA } from '../../shared/scim'
import { DATABASE_FILE, openDatabase } from './database'
import { DamagedDatabase } from './health'
import { FolderInUse } from './lock'
import { AlteredMigration, migrate, MIGRATIONS, NewerDatabase } from './migrate'
import { openStores } from './stores'

const newFolder = () => mkdtempSync(join(tmpdir(), 'usher store ä-'))

async function filledFolder(): Promise<string> {
  const folder = newFolder()
  const stores = openStores(folder)
  await stores.commit.write(() => {
    for (let n = 0; n < 500; n++) {
      const document = { userName: `user-${n}`, title: 'x'.repeat(500) }
      stores.resources.insert({ id: `id-${n}`, type: 'User', schema: USER_SCHEMA, document, at: n })
    }
  })
  await stores.close()
  return folder
}

test('a reopened file is durable again: WAL, synchronous FULL, foreign keys', () => {
  const folder = newFolder()
  openDatabase(folder).close()
  const { db, close } = openDatabase(folder)
  const pragma = (name: string) => db.pragma(name, { simple: true })
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1])
  close()
})

test('closing folds the write-ahead log into the file', async () => {
  const folder = await filledFolder()
  expect(existsSync(join(folder, `${DATABASE_FILE}-wal`))).toBe(false)
})

test('a second engine on the same folder is refused with a sentence, and let in after the first has closed', () => {
  const folder = newFolder()
  const first = openDatabase(folder)
  expect(() => openDatabase(folder)).toThrow(FolderInUse)
  expect(() => openDatabase(folder)).toThrow(/in use by another Usher/)
  first.close()
  openDatabase(folder).close()
})

test.each([
  ['cut in half', (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096)],
  ['overwritten with text', (file: string) => writeFileSync(file, 'this is no database '.repeat(500))],
  [
    'overwritten after its first page',
    (file: string) => {
      const bytes = readFileSync(file)
      bytes.fill(0xaa, 4096)
      writeFileSync(file, bytes)
    }
  ]
])('a file that was %s is called damaged, and is left as it is', async (_, damage) => {
  const folder = await filledFolder()
  const file = join(folder, DATABASE_FILE)
  damage(file)
  const damaged = readFileSync(file)
  expect(() => openDatabase(folder)).toThrow(DamagedDatabase)
  expect(readFileSync(file).equals(damaged)).toBe(true)
})

const next = {
  number: MIGRATIONS.length + 1,
  name: 'next',
  sql: 'ALTER TABLE settings ADD COLUMN note TEXT;'
}

test('a step forward copies the file first; a newer file is refused in words', async () => {
  const folder = await filledFolder()
  const { db, close } = openDatabase(folder)
  migrate(db, folder, [...MIGRATIONS, next])
  expect(existsSync(join(folder, 'backups', `before-schema-${next.number}.db`))).toBe(true)
  close()
  expect(() => openDatabase(folder)).toThrow(NewerDatabase)
  expect(() => openDatabase(folder)).toThrow(/newer Usher/)
})

test('a step that fails leaves the schema as it was', () => {
  const folder = newFolder()
  const { db, close } = openDatabase(folder)
  const broken = { ...next, sql: `${next.sql} SELECT nonsense;` }
  expect(() => migrate(db, folder, [...MIGRATIONS, broken])).toThrow('nonsense')
  close()
  openDatabase(folder).close()
})

test('a file that went through another step of the same number is refused', () => {
  const folder = newFolder()
  const { db, close } = openDatabase(folder)
  const [initial, ...later] = MIGRATIONS
  expect(() => migrate(db, folder, [{ ...initial!, sql: `${initial!.sql} -- edited` }, ...later])).toThrow(
    AlteredMigration
  )
  close()
})
