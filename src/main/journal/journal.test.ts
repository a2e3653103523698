import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ExchangeSummary } from '../../shared/exchange'
import { openSqlite } from '../store/sqlite'
import { createJournal } from './journal'
import { answered, request } from './testing'
import type { ConsoleJournal } from './types'

let folder: string
let file: string
let now: number
const journals: ConsoleJournal[] = []

const open = (options: Partial<Parameters<typeof createJournal>[0]> = {}) => {
  const journal = createJournal({
    file,
    clock: { now: () => now },
    minId: 0,
    retention: { maxCount: 10_000, maxDays: 90, maxMegabytes: 2_000 },
    changesOf: () => [],
    ...options
  })
  journals.push(journal)
  return journal
}
const shutDown = (journal: ConsoleJournal) => {
  journals.splice(journals.indexOf(journal), 1)
  journal.shutDown()
}
const ask = (journal: ConsoleJournal, query = '', before: number | null = null, limit = 100) =>
  journal.page({ query, before, limit })
const ids = (rows: ExchangeSummary[]) => rows.map(row => row.id)

const PAGE = 4096
const damage = (isHit: (page: { number: number; bytes: Buffer }) => boolean) => {
  const bytes = readFileSync(file)
  for (let at = 0; at < bytes.length; at += PAGE) {
    const page = bytes.subarray(at, at + PAGE)
    if (isHit({ number: at / PAGE + 1, bytes: page })) page.fill(0xab)
  }
  writeFileSync(file, bytes)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usher-journal-'))
  file = join(folder, 'journal.db')
  now = Date.UTC(2026, 10, 21, 12)
})
afterEach(() => {
  for (const journal of journals.splice(0)) journal.shutDown()
  rmSync(folder, { recursive: true, force: true })
})

test('a row is there at once, before it was written', async () => {
  const journal = open()
  const seen: ExchangeSummary[] = []
  journal.subscribe(row => seen.push(row))

  const id = journal.open(request())
  expect((await ask(journal)).rows).toMatchObject([{ id, ending: 'open', status: null }])
  journal.close(id, answered())

  expect((await ask(journal)).rows).toMatchObject([{ id, ending: 'answered', status: 200 }])
  expect(seen.map(row => row.ending)).toEqual(['open', 'answered'])
})

test('pages go back from the newest, newest last', async () => {
  const journal = open()
  for (let count = 0; count < 10; count++) journal.close(journal.open(request()), answered())

  const first = await ask(journal, '', null, 4)
  const second = await ask(journal, '', first.rows[0]?.id ?? 0, 4)

  expect(ids(first.rows)).toEqual([7, 8, 9, 10])
  expect(ids(second.rows)).toEqual([3, 4, 5, 6])
  expect(first).toMatchObject({ matched: 10, total: 10 })
})

test('a filter is counted over everything and paged like the rest', async () => {
  const journal = open()
  for (let count = 0; count < 10; count++) {
    journal.close(journal.open(request()), answered({ status: count % 2 === 0 ? 200 : 404 }))
  }

  const first = await ask(journal, 'status>=400', null, 2)
  const second = await ask(journal, 'status>=400', first.rows[0]?.id ?? 0, 2)

  expect(ids(first.rows)).toEqual([8, 10])
  expect(ids(second.rows)).toEqual([4, 6])
  expect(first).toMatchObject({ matched: 5, total: 10 })
})

test('a word that occurs only in a body finds its row', async () => {
  const journal = open()
  journal.close(journal.open(request()), answered({ requestBody: '{"nickName":"Zaphod"}' }))
  journal.close(journal.open(request()), answered())

  expect(ids((await ask(journal, 'zapho')).rows)).toEqual([1])
  expect(ids((await ask(journal, '"nickName\\":\\"Zaphod"')).rows)).toEqual([1])
  expect(ids((await ask(journal, '-zaphod')).rows)).toEqual([2])
})

describe('numbers', () => {
  test('go on after a restart', () => {
    const first = open()
    first.open(request())
    first.note({ kind: 'server-started', port: 1 }, null)
    shutDown(first)

    expect(open().open(request())).toBe(3)
  })

  test('never fall behind what the directory already names', () => {
    expect(open({ minId: 41 }).open(request())).toBe(42)
  })

  test('are not given again after everything was cleared', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'setInterval']
    })
    const first = open()
    first.open(request())
    first.clear()
    await vi.advanceTimersByTimeAsync(11_000)
    vi.useRealTimers()
    shutDown(first)

    expect(open().open(request())).toBe(2)
  })
})

test('rows that a crash left open are interrupted at the next start', async () => {
  const crashed = open()
  crashed.open(request())
  crashed.flush()
  // The first journal is never shut down before the second reads the file, as after SIGKILL.
  const journal = open()

  expect((await ask(journal)).rows).toMatchObject([{ id: 1, ending: 'interrupted' }])
})

test('the first ending of an exchange counts', async () => {
  const journal = open()
  const id = journal.open(request())
  journal.close(id, answered({ ending: 'client-gone', status: null }))
  journal.close(id, answered())

  expect((await ask(journal)).rows).toMatchObject([{ ending: 'client-gone' }])
})

test('a damaged file is set aside under a dated name and a new one begins', async () => {
  writeFileSync(file, 'this is no database, however long it may be '.repeat(100))
  const journal = open()
  journal.close(journal.open(request()), answered())

  expect((await ask(journal)).total).toBe(1)
  expect(journal.trouble()).toBeNull()
  expect(readdirSync(folder)).toContain('journal-set-aside-2026-11-21T12-00-00.db')
})

test('a file damaged somewhere inside is set aside at the start', async () => {
  const before = open()
  for (let count = 0; count < 500; count++) before.close(before.open(request()), answered())
  shutDown(before)
  damage(page => page.number > 30)

  const journal = open({ minId: 400 })
  journal.close(journal.open(request()), answered())

  expect((await ask(journal)).rows).toMatchObject([{ id: 401, ending: 'answered' }])
  expect(journal.trouble()).toBeNull()
  expect(journal.setAside()).toContain('journal-set-aside-')
})

test('damage that shows only in reading is set aside too, and the numbers go on', async () => {
  const before = open()
  for (let count = 0; count < 20; count++) before.close(before.open(request()), answered())
  before.close(before.open(request()), answered({ responseBody: 'marked'.repeat(10_000) }))
  shutDown(before)
  damage(page => page.bytes.includes('markedmarkedmarked'))

  const journal = open()
  expect((await ask(journal)).total).toBe(21)
  expect(await journal.get(21, { isWhole: true })).toBeNull()
  journal.close(journal.open(request()), answered())

  expect((await ask(journal)).rows).toMatchObject([{ id: 22, ending: 'answered' }])
  expect(journal.setAside()).toContain('journal-set-aside-')
})

test('a row that cannot be stored does not keep the others from it', async () => {
  const journal = open()
  journal.close(journal.open(request()), answered({ requestBytes: 0.5 }))
  journal.close(journal.open(request()), answered())

  expect(ids((await ask(journal)).rows)).toEqual([2])
  expect(journal.trouble()).toMatch(/^1 requests could not be recorded: /)
})

test('while the file cannot be written the newest rows stay readable and trouble says why', async () => {
  const journal = open()
  journal.close(journal.open(request()), answered())
  journal.flush()
  const other = openSqlite(file, { synchronous: 'NORMAL', busyMs: 0 })
  other.exec('BEGIN IMMEDIATE')

  const id = journal.open(request())
  journal.close(id, answered({ status: 404 }))
  expect(ids((await ask(journal)).rows)).toEqual([1, 2])
  expect(await ask(journal, 'status:404')).toMatchObject({ rows: [{ id }], matched: 1, total: 2 })
  expect(await journal.get(id, { isWhole: false })).toMatchObject({ status: 404 })
  expect(journal.trouble()).toBe(
    'The log is not being written: another program holds the file. The directory goes on answering.'
  )

  other.exec('ROLLBACK')
  other.close()
  journal.flush()
  expect(journal.trouble()).toBeNull()
  expect(await ask(journal)).toMatchObject({ matched: 2, total: 2 })
})

test('where no file can be made the log is kept in memory', async () => {
  writeFileSync(join(folder, 'occupied'), '')
  const journal = open({ file: join(folder, 'occupied', 'journal.db') })
  journal.close(journal.open(request()), answered())

  expect((await ask(journal)).total).toBe(1)
  expect(journal.trouble()).toContain('It is kept in memory until Usher ends.')
})

test('a listener that fails does not fail the request', async () => {
  const journal = open()
  journal.subscribe(() => {
    throw new Error('no room')
  })
  journal.close(journal.open(request()), answered())

  expect((await ask(journal)).total).toBe(1)
  expect(journal.trouble()).toBe('The log could not be shown live: no room')
})
