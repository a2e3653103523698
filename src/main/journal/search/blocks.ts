import type { Header, Story } from '../../../shared/exchange'
import type { RecordedTexts, Row } from '../../../shared/log-query/query'
import { searchedParts } from '../../../shared/log-query/searched'
import { isSqliteError } from '../../store/sqlite-errors'
import type { Db } from '../database'
import { BLOCK_IDS, buildBlock, type Block, type Searched } from './block'
import type { SearchIndex } from './index-file'

interface StoredTexts {
  id: number
  method: string
  target: string
  story: string
  tokenName: string | null
  resourceId: string | null
  resourceName: string | null
  requestHeaders: string
  requestBody: string | null
  responseHeaders: string
  responseBody: string | null
}

const TEXTS = `
  SELECT e.id, e.method, e.target, e.story, e.token_name AS tokenName, e.resource_id AS resourceId,
         e.resource_name AS resourceName, t.request_headers AS requestHeaders, t.request_body AS requestBody,
         t.response_headers AS responseHeaders, t.response_body AS responseBody
    FROM exchanges e JOIN texts t ON t.id = e.id`

/**
 * Blocks of the file held in memory at most: those of the newest 130,000 requests, about 50 MB. A search letter by letter reads them once.
 */
const HELD_BLOCKS = 256
/** A block that still grows is made anew when it lacks more rows than that; until then they are looked at by themselves. */
const LACKING_ROWS = 64

export const blockNumberOf = (id: number): number => Math.floor(id / BLOCK_IDS)

/** Blocks of the journal: kept ones where there are some, else made here and kept once nothing is added to them any more. */
export function createBlocks(db: Db, index: SearchIndex) {
  // What is still open gets its texts when it ends; until then it is looked at by itself.
  const ended = db.prepare<[number, number], StoredTexts>(
    `${TEXTS} WHERE e.id >= ? AND e.id < ? AND e.ending <> 'open' ORDER BY e.id`
  )
  const one = db.prepare<[number], StoredTexts>(`${TEXTS} WHERE e.id = ?`)
  const ends = db.prepare<[], { lowest: number | null; highest: number | null }>(
    // Apart, because SQLite takes only a lone min or max from the end of the tree.
    'SELECT (SELECT min(id) FROM exchanges) AS lowest, (SELECT max(id) FROM exchanges) AS highest'
  )
  const countIn = db
    .prepare<[number, number], number>('SELECT count(*) FROM exchanges WHERE id >= ? AND id < ?')
    .pluck()
  const rowsIn = (number: number): number => countIn.get(number * BLOCK_IDS, (number + 1) * BLOCK_IDS) ?? 0

  /** The lowest and the highest number there is. */
  function range(): { from: number; to: number } | null {
    const { lowest, highest } = ends.get() ?? { lowest: null, highest: null }
    return lowest === null || highest === null ? null : { from: lowest, to: highest }
  }

  const held = new Map<number, Block>()
  let growing: { number: number; block: Block } | null = null

  function read(number: number): Block {
    const known = held.get(number) ?? index.get(number)
    if (known === null) return grown(number) ?? make(number)
    if (held.size < HELD_BLOCKS) held.set(number, known)
    return known
  }

  function grown(number: number): Block | null {
    if (growing?.number !== number) return null
    return rowsIn(number) - growing.block.ids.length <= LACKING_ROWS ? growing.block : null
  }

  function make(number: number, rest = () => {}): Block {
    const first = number * BLOCK_IDS
    const block = buildBlock(searchedOf(ended.iterate(first, first + BLOCK_IDS), rest))
    if (number < blockNumberOf(range()?.to ?? 0)) keep(number, block)
    else growing = { number, block }
    return block
  }

  function keep(number: number, block: Block): void {
    try {
      index.put(number, block)
    } catch (error) {
      // Nothing is lost: a block that cannot be kept is made again when it is asked for.
      if (!isSqliteError(error, 'SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_BUSY', 'SQLITE_READONLY')) throw error
    }
  }

  return {
    range,
    read,
    /** Of single exchanges, as they are now. */
    of: (ids: number[]): Block => buildBlock(searchedOf(ids.flatMap(id => one.get(id) ?? []))),
    /** Makes the blocks that are missing, the newest first, as long as they can be kept. @param rest called after each row */
    *makeMissing(rest: () => void): Generator<null> {
      const all = range()
      if (all === null) return
      for (let number = blockNumberOf(all.to) - 1; number >= blockNumberOf(all.from); number--) {
        if (index.countOf(number) !== null) continue
        make(number, rest)
        if (index.countOf(number) === null) return
        yield null
      }
    },
    /** Forgets blocks up to a number whose exchanges are no longer all there: what was deleted must not stay in the index. */
    forgetDeleted(upTo: number): void {
      growing = null
      for (const number of index.numbersUpTo(blockNumberOf(upTo))) {
        if (rowsIn(number) !== index.countOf(number)) {
          index.remove(number)
          held.delete(number)
        }
      }
    }
  }
}
export type Blocks = ReturnType<typeof createBlocks>

function* searchedOf(stored: Iterable<StoredTexts>, rest = () => {}): Generator<Searched> {
  for (const one of stored) {
    rest()
    const row = {
      method: one.method,
      target: one.target,
      story: JSON.parse(one.story) as Story,
      tokenName: one.tokenName,
      resource: one.resourceId === null ? null : { type: '', id: one.resourceId, name: one.resourceName }
    } as Row
    const texts: RecordedTexts = {
      // Notes are written later, by people, and are few: they are looked through as they are.
      note: null,
      requestHeaders: JSON.parse(one.requestHeaders) as Header[],
      requestBody: one.requestBody,
      responseHeaders: JSON.parse(one.responseHeaders) as Header[],
      responseBody: one.responseBody
    }
    yield { id: one.id, parts: searchedParts(row, texts) }
  }
}
