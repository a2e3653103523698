import { fold } from '../../../shared/log-query/conditions'
import type { Db } from '../database'
import { BLOCK_IDS, findIn, type Block } from './block'
import { blockNumberOf, type Blocks } from './blocks'
import { readQuestion, type Question, type TextAsked } from './question'

/**
 * Everything that matches, newest first, block by block.
 *
 * @yields numbers of exchanges, falling; an empty list where a block has none.
 */
export function* findIds(db: Db, blocks: Blocks, question: Question): Generator<number[]> {
  const { texts, rows, isOfAllRows } = readQuestion(question)
  const range = blocks.range()
  if (range === null) return
  const rowsIn = db
    .prepare<(string | number)[], number>(
      `SELECT e.id FROM exchanges e WHERE e.id >= ? AND e.id < ? AND ${rows.sql} ORDER BY e.id DESC`
    )
    .pluck()
  const matching = createTextMatch(db, blocks, texts)

  for (let number = blockNumberOf(range.to); number >= blockNumberOf(range.from); number--) {
    const first = number * BLOCK_IDS
    if (texts.length > 0 && isOfAllRows && question.isWithoutHoles) {
      const found = matching.inWhole(
        number,
        Math.max(first, range.from),
        Math.min(first + BLOCK_IDS - 1, range.to)
      )
      if (found !== null) {
        yield found
        continue
      }
    }
    const found = rowsIn.all(first, first + BLOCK_IDS, ...rows.values)
    yield texts.length === 0 || found.length === 0 ? found : matching.among(number, found)
  }
}

function createTextMatch(db: Db, blocks: Blocks, texts: TextAsked[]) {
  const notes = db
    .prepare<[], { id: number; note: string }>('SELECT id, note FROM texts WHERE note IS NOT NULL')
    .all()
    .map(({ id, note }) => ({ id, note: fold(note) }))
  const noted = texts.map(
    ({ folded }) => new Set(notes.filter(({ note }) => note.includes(folded)).map(({ id }) => id))
  )

  /** The numbers of a block that match, rising. */
  function matched(block: Block): number[] {
    const found = texts.map(({ needle }) => findIn(block, needle))
    return block.ids.filter((id, row) =>
      texts.every(
        ({ isNegated }, nth) => (found[nth]?.[row] === 1 || noted[nth]?.has(id) === true) !== isNegated
      )
    )
  }

  return {
    /** Where every number from first to last is there and in the block, nothing but the block need be read; else null. */
    inWhole(number: number, first: number, last: number): number[] | null {
      const block = blocks.read(number)
      const begin = block.ids.findIndex(id => id >= first)
      const isWhole = begin >= 0 && block.ids.length - begin === last - first + 1
      if (!isWhole) return null
      return matched(block)
        .filter(id => id >= first)
        .reverse()
    },
    /** Those of some numbers of a block, falling; what came after the block was made is looked at as it is. */
    among(number: number, ids: number[]): number[] {
      const block = blocks.read(number)
      const known = new Set(block.ids)
      const late = ids.filter(id => !known.has(id))
      const hits = new Set(matched(block))
      if (late.length > 0) for (const id of matched(blocks.of(late.toReversed()))) hits.add(id)
      return ids.filter(id => hits.has(id))
    }
  }
}
