import { rmSync } from 'node:fs'
import { openSqlite, type Db } from '../../store/sqlite'
import { isUnusable } from '../database'
import { BLOCK_IDS, type Block, type BlockTexts } from './block'

/** Blocks by their number: block 3 has the exchanges from 3 × BLOCK_IDS on. */
export interface SearchIndex {
  get(number: number): Block | null
  /** How many exchanges the block has; null when it is not here. */
  countOf(number: number): number | null
  put(number: number, block: Block): void
  /** Those kept, up to a number, rising. */
  numbersUpTo(number: number): number[]
  remove(number: number): void
  close(): void
}

/** For a log that is in memory itself. */
export function createMemoryIndex(): SearchIndex {
  const blocks = new Map<number, Block>()
  return {
    get: number => blocks.get(number) ?? null,
    countOf: number => blocks.get(number)?.ids.length ?? null,
    put: (number, block) => void blocks.set(number, block),
    numbersUpTo: number => [...blocks.keys()].filter(one => one <= number).toSorted((a, b) => a - b),
    remove: number => void blocks.delete(number),
    close: () => blocks.clear()
  }
}

/** The name of the index beside its journal. */
export const indexFileOf = (journalFile: string): string => journalFile.replace(/\.db$/, '-search.db')

/** Blocks are read whole, so that few large pages are quicker than many small ones. */
const PAGE_BYTES = 32_768
const CACHE_KIB = 2_048
/** Raised whenever blocks are made in another way: older ones are thrown away. */
const FORMAT = 1

interface StoredTokens {
  offsets: Buffer
  tokens: Buffer
}
interface StoredTexts {
  begins: Buffer
  text: Buffer
  bytesPerNumber: number
  ends: Buffer
}

/**
 * Opens the index in a file of its own. All of it can be made again from the journal, so that one that is damaged, of another
 * journal or of another format is thrown away.
 *
 * @param journalMark which journal this is
 */
export function openIndexFile(file: string, journalMark: number): SearchIndex {
  const open = () => openFitting(file, journalMark)
  const anew = (): SearchIndex => {
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    return open()
  }
  let index = orAnew(open, anew)

  const safely = <Result>(ask: (index: SearchIndex) => Result): Result =>
    orAnew(
      () => ask(index),
      () => {
        index.close()
        index = anew()
        return ask(index)
      }
    )

  return {
    get: number => safely(one => one.get(number)),
    countOf: number => safely(one => one.countOf(number)),
    put: (number, block) => safely(one => one.put(number, block)),
    numbersUpTo: number => safely(one => one.numbersUpTo(number)),
    remove: number => safely(one => one.remove(number)),
    close: () => index.close()
  }
}

function orAnew<Result>(ask: () => Result, askAnew: () => Result): Result {
  try {
    return ask()
  } catch (error) {
    if (!isUnusable(error)) throw error
    return askAnew()
  }
}

function openFitting(file: string, journalMark: number): SearchIndex {
  const db = openSqlite(file, { synchronous: 'NORMAL', busyMs: 1_000, pageBytes: PAGE_BYTES })
  try {
    db.pragma(`cache_size = -${CACHE_KIB}`)
    prepareTables(db, journalMark)
    return overFile(db)
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareTables(db: Db, journalMark: number): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS made_of (journal INTEGER NOT NULL, format INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS blocks (
      number  INTEGER PRIMARY KEY,
      count   INTEGER NOT NULL,
      offsets BLOB    NOT NULL,   -- of its exchanges, from the block's first number
      tokens  BLOB    NOT NULL
    ) STRICT;
    -- Apart, because most searches end with the tokens.
    CREATE TABLE IF NOT EXISTS block_texts (
      number INTEGER PRIMARY KEY REFERENCES blocks (number) ON DELETE CASCADE,
      begins BLOB NOT NULL,
      bytes_per_number INTEGER NOT NULL,
      ends   BLOB NOT NULL,
      text   BLOB NOT NULL
    ) STRICT;`)
  const fitting = db
    .prepare('SELECT 1 FROM made_of WHERE journal = ? AND format = ?')
    .get(journalMark, FORMAT)
  if (fitting) return
  db.transaction(() => {
    db.exec('DELETE FROM blocks; DELETE FROM made_of;')
    db.prepare('INSERT INTO made_of VALUES (?, ?)').run(journalMark, FORMAT)
  })()
}

function overFile(db: Db): SearchIndex {
  const tokensOf = db.prepare<[number], StoredTokens>('SELECT offsets, tokens FROM blocks WHERE number = ?')
  const textsOf = db.prepare<[number], StoredTexts>(
    'SELECT begins, bytes_per_number AS bytesPerNumber, ends, text FROM block_texts WHERE number = ?'
  )
  const count = db.prepare<[number], number>('SELECT count FROM blocks WHERE number = ?').pluck()
  const putTokens = db.prepare('INSERT OR REPLACE INTO blocks VALUES (?, ?, ?, ?)')
  const putTexts = db.prepare('INSERT OR REPLACE INTO block_texts VALUES (?, ?, ?, ?, ?)')
  const upTo = db
    .prepare<[number], number>('SELECT number FROM blocks WHERE number <= ? ORDER BY number')
    .pluck()
  const remove = db.prepare<[number]>('DELETE FROM blocks WHERE number = ?')

  const put = db.transaction((number: number, { ids, tokens, texts }: Block) => {
    const { begins, text, ends } = texts()
    const offsets = Uint16Array.from(ids, id => id - number * BLOCK_IDS)
    putTokens.run(number, ids.length, bytesOf(offsets), tokens)
    putTexts.run(number, bytesOf(begins), text.BYTES_PER_ELEMENT, bytesOf(ends), bytesOf(text))
  })

  return {
    get(number) {
      const stored = tokensOf.get(number)
      if (!stored) return null
      const first = number * BLOCK_IDS
      return {
        ids: Array.from(new Uint16Array(aligned(stored.offsets)), offset => first + offset),
        tokens: stored.tokens,
        texts: once(() => unpack(textsOf.get(number)))
      }
    },
    countOf: number => count.get(number) ?? null,
    put,
    numbersUpTo: number => upTo.all(number),
    remove(number) {
      remove.run(number)
      db.pragma('incremental_vacuum')
    },
    close: () => void db.close()
  }
}

function once<Value>(read: () => Value): () => Value {
  let known: { value: Value } | null = null
  return () => (known ??= { value: read() }).value
}

/** Where another thread has thrown the block away meanwhile, nothing is found in it. */
function unpack(stored: StoredTexts | undefined): BlockTexts {
  if (!stored) return { begins: new Uint32Array(), text: new Uint16Array(), ends: new Uint32Array() }
  const { begins, bytesPerNumber, ends, text } = stored
  return {
    begins: new Uint32Array(aligned(begins)),
    text: bytesPerNumber === 2 ? new Uint16Array(aligned(text)) : new Uint32Array(aligned(text)),
    ends: new Uint32Array(aligned(ends))
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint16Array | Uint32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

/** Numbers may only be read where they begin at a multiple of their size. */
const aligned = ({ buffer, byteOffset, byteLength }: Buffer): ArrayBufferLike =>
  byteOffset === 0 && byteLength === buffer.byteLength
    ? buffer
    : buffer.slice(byteOffset, byteOffset + byteLength)
