import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { matches, parseLogQuery } from '../../../shared/log-query'
import { openJournalFile, type Db } from '../database'
import { createExchangeStore, type ExchangeStore } from '../exchanges'
import type { Recorded } from '../record'
import { recorded } from '../testing'
import { createBlocks, type Blocks } from './blocks'
import { findIds } from './find'
import { indexFileOf, openIndexFile, type SearchIndex } from './index-file'

const NOW = Date.UTC(2026, 10, 22)
const ROWS = 1_300
const NAMES = ['Alice Ng', 'Bo', 'Ng Alice', 'Élise']
const QUERIES = [
  'alice',
  '"alice ng"',
  '-"ng alice"',
  'élise number',
  '"number\\":7"',
  'ask',
  'status:404 bo',
  '-bo -ng'
]

let folder: string
let db: Db
let index: SearchIndex
let blocks: Blocks
let store: ExchangeStore
let kept: Map<number, Recorded>

const put = (id: number, parts: Partial<Recorded> = {}, row: Partial<Recorded['row']> = {}) => {
  const name = NAMES[id % NAMES.length]
  const one = recorded(
    { id, status: id % 5 === 0 ? 404 : 200, ...row },
    { requestBody: `{"name":"${name}","number":${id % 50}}`, ...parts }
  )
  store.put(one)
  kept.set(id, one)
}
const found = (query: string, isWithoutHoles = false) => {
  const { terms } = parseLogQuery(query)
  return [...findIds(db, blocks, { terms, now: NOW, clearedTo: 0, isWithoutHoles })].flat()
}
const expected = (query: string) => {
  const { terms } = parseLogQuery(query)
  return [...kept.values()]
    .filter(one => matches(terms, one.row, one, NOW))
    .map(({ row }) => row.id)
    .toSorted((a, b) => b - a)
}
const agree = (isWithoutHoles = false) => {
  for (const query of QUERIES) expect(found(query, isWithoutHoles), query).toEqual(expected(query))
}
const makeMissing = () => [...blocks.makeMissing(() => {})]
const reopen = (mark = 1) => {
  index.close()
  index = openIndexFile(join(folder, 'journal-search.db'), mark)
  blocks = createBlocks(db, index)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usher-search-'))
  db = openJournalFile(join(folder, 'journal.db'), NOW, opened => opened).ready
  index = openIndexFile(indexFileOf(join(folder, 'journal.db')), 1)
  blocks = createBlocks(db, index)
  store = createExchangeStore(db)
  kept = new Map()
  db.transaction(() => {
    for (let id = 1; id <= ROWS; id++) put(id)
  })()
})
afterEach(() => {
  db.close()
  index.close()
  rmSync(folder, { recursive: true, force: true })
})

test('blocks that are kept find what the rows themselves would, with and without looking for holes', () => {
  makeMissing()
  expect(index.numbersUpTo(99)).toEqual([0, 1])
  agree(true)
  reopen()
  agree()
})

test('rows that were open, came late, got a note or were deleted after their block was kept', () => {
  db.exec('DELETE FROM exchanges WHERE id IN (40, 41)')
  kept.delete(40)
  kept.delete(41)
  put(7, {}, { ending: 'open', status: null })
  makeMissing()

  put(7, { requestBody: '{"name":"Alice Ng","number":7}' })
  put(40, { requestBody: '{"name":"Alice Ng"}' })
  put(9, { note: 'Ask Bo' })
  db.exec('DELETE FROM exchanges WHERE id BETWEEN 600 AND 620')
  for (let id = 600; id <= 620; id++) kept.delete(id)
  agree()
})

test('rows that come one after the other to a block that still grows are found at once', () => {
  agree(true)
  for (let id = ROWS + 1; id <= ROWS + 130; id++) {
    put(id)
    if (id % 9 === 0) agree(true)
  }
  db.exec(`DELETE FROM exchanges WHERE id = ${ROWS + 20}`)
  kept.delete(ROWS + 20)
  agree()
})

test('what was deleted does not stay in the index', () => {
  put(9, { requestBody: '{"name":"Zaphod"}' })
  makeMissing()
  const holds = () => [0, 1].some(number => index.get(number)?.tokens.includes('zaphod'))
  expect(holds()).toBe(true)
  expect(blocks.read(0).tokens.includes('zaphod')).toBe(true)

  db.exec('DELETE FROM exchanges WHERE id = 9')
  blocks.forgetDeleted(9)
  expect(holds()).toBe(false)
  expect(index.numbersUpTo(99)).toEqual([1])
  expect(blocks.read(0).tokens.includes('zaphod')).toBe(false)
})

test('an index of another journal, or a damaged one, is made anew', () => {
  makeMissing()
  reopen(2)
  expect(index.numbersUpTo(99)).toEqual([])
  makeMissing()
  index.close()

  const file = join(folder, 'journal-search.db')
  expect(existsSync(file)).toBe(true)
  writeFileSync(file, readFileSync(file).fill(0xab, 32_768))
  reopen(2)
  agree()
})
