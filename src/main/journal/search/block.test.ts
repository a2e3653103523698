import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildBlock, findIn, needleOf } from './block'
import { tokensOf } from './tokens'

const piece = fc.constantFrom('a', 'b', 'ab', 'ä', '😀', ' ', '"', '":"', '\n', '\0', '1')
const text = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''))

test('tokens are a word with what separates it from the next, and put together the text again', () => {
  expect(tokensOf('{"displayname":"alice ng"}')).toEqual(['{"', 'displayname":"', 'alice ', 'ng"}'])
  fc.assert(
    fc.property(text, one => {
      expect(tokensOf(one).join('')).toBe(one)
    })
  )
})

test('a block finds exactly the rows in whose parts the needle is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 }),
      text.filter(needle => needle !== ''),
      (rows, needle) => {
        const block = buildBlock(rows.map((parts, index) => ({ id: index + 1, parts })))
        const found = [...findIn(block, needleOf(needle))].map(Boolean)
        expect(found).toEqual(rows.map(parts => parts.some(part => part.includes(needle))))
      }
    ),
    { numRuns: 2_000 }
  )
})

test('more tokens than 16 bits can number', () => {
  const words = Array.from({ length: 70_000 }, (_, index) => `w${index}`)
  const block = buildBlock([{ id: 1, parts: [words.join(' ')] }])
  expect(block.texts().text).toBeInstanceOf(Uint32Array)
  expect([...findIn(block, needleOf('w69998 w69999'))]).toEqual([1])
  expect([...findIn(block, needleOf('w69999 w69998'))]).toEqual([0])
})
