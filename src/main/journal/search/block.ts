import { tokensOf } from './tokens'

/** Numbers of exchanges that one block spans, whether all of them exist or not. */
export const BLOCK_IDS = 512

/** What of an exchange is searched, folded; nothing matches across two parts. */
export interface Searched {
  id: number
  parts: Iterable<string>
}

/**
 * The searched texts of some hundred exchanges, complete, in little room: every token is kept once, and the texts are its
 * numbers in a row. Whatever is looked for is looked for among the few tokens first, and then the numbers are compared.
 */
export interface Block {
  /** Of the exchanges in it, rising. */
  ids: number[]
  /** All tokens as UTF-8, with END before the first and behind each. */
  tokens: Buffer
  /** Read only where a token was found. */
  texts(): BlockTexts
}

export interface BlockTexts {
  /** Where token 1, 2, … begins in `tokens`. */
  begins: Uint32Array
  /** The numbers of the tokens of all parts of all exchanges; 0 ends a part. */
  text: Uint16Array | Uint32Array
  /** Where the numbers of each exchange end in `text`. */
  ends: Uint32Array
}

/** A byte that UTF-8 never has. */
const END = 0xff
const LONGEST_WITH_16_BITS = 65_535

export function buildBlock(rows: Iterable<Searched>): Block {
  const numbers = new Map<string, number>()
  // Headers and sentences are the same again and again.
  const known = new Map<string, number[]>()
  const ids: number[] = []
  const ends: number[] = []
  const text: number[] = []

  const numbersOf = (part: string): number[] =>
    tokensOf(part).map(token => {
      let number = numbers.get(token)
      if (number === undefined) numbers.set(token, (number = numbers.size + 1))
      return number
    })

  for (const { id, parts } of rows) {
    for (const part of parts) {
      let found = known.get(part)
      if (found === undefined) {
        found = numbersOf(part)
        if (part.length < 200) known.set(part, found)
      }
      for (const number of found) text.push(number)
      text.push(0)
    }
    ids.push(id)
    ends.push(text.length)
  }
  const Numbers = numbers.size > LONGEST_WITH_16_BITS ? Uint32Array : Uint16Array
  const { tokens, begins } = packTokens(numbers.keys())
  const texts = { begins, text: Numbers.from(text), ends: Uint32Array.from(ends) }
  return { ids, tokens, texts: () => texts }
}

function packTokens(all: Iterable<string>): { tokens: Buffer; begins: Uint32Array } {
  const packed: Buffer[] = []
  const begins: number[] = []
  let length = 1
  for (const token of all) {
    const bytes = Buffer.from(token)
    packed.push(bytes)
    begins.push(length)
    length += bytes.length + 1
  }
  const tokens = Buffer.alloc(length, END)
  packed.forEach((bytes, index) => tokens.set(bytes, begins[index]))
  return { tokens, begins: Uint32Array.from(begins) }
}

/** What is looked for: a text cut as all others are, each piece with what must stand around it to be part of a match. */
export interface Needle {
  pieces: Buffer[]
}

/** A needle of several tokens begins at the end of one, goes on over whole ones, and ends at the beginning of one. */
export function needleOf(folded: string): Needle {
  const tokens = tokensOf(folded)
  return {
    pieces: tokens.map((token, index) => {
      const parts = [Buffer.from(token)]
      if (index > 0) parts.unshift(ENDED)
      if (index < tokens.length - 1) parts.push(ENDED)
      return Buffer.concat(parts)
    })
  }
}

const ENDED = Buffer.from([END])

/** Whether each exchange of the block, in its order, has the needle in one of its parts: exactly as `includes` would find it. */
export function findIn(block: Block, { pieces }: Needle): Uint8Array {
  const found = new Uint8Array(block.ids.length)
  if (!pieces.every(piece => block.tokens.includes(piece))) return found
  const texts = block.texts()
  const [first, ...others] = pieces.map(piece => tokensWith(block.tokens, texts.begins, piece))
  if (first === undefined) return found.fill(1)
  if (first.numbers.length <= FEW_TOKENS) markByToken(texts, found, first, others)
  else markByRow(texts, found, first, others)
  return found
}

/** So few are looked for one after the other, because a machine finds one number in many by itself; more in one go. */
const FEW_TOKENS = 3

/**
 * Marks each exchange in whose text a token of the first set is followed by one of each of the others. That never reaches into
 * the next exchange: a part ends with 0, which is in no set.
 */
function markByToken(
  { text, ends }: BlockTexts,
  found: Uint8Array,
  first: TokenSet,
  others: TokenSet[]
): void {
  for (const number of first.numbers) {
    let row = 0
    let at = text.indexOf(number)
    while (at >= 0) {
      while ((ends[row] ?? Infinity) <= at) row++
      if (found[row] === 0 && isFollowed(text, at, others)) found[row] = 1
      at = text.indexOf(number, found[row] === 1 ? ends[row] : at + 1)
    }
  }
}

/** The same. */
function markByRow({ text, ends }: BlockTexts, found: Uint8Array, first: TokenSet, others: TokenSet[]): void {
  let at = 0
  for (let row = 0; row < found.length; row++) {
    const end = ends[row] ?? 0
    for (; at < end; at++) {
      if (first.has[text[at] ?? 0] === 0) continue
      if (others.length > 0 && !isFollowed(text, at, others)) continue
      found[row] = 1
      break
    }
    at = end
  }
}

function isFollowed(text: BlockTexts['text'], at: number, by: TokenSet[]): boolean {
  for (let nth = 0; nth < by.length; nth++) {
    if (by[nth]?.has[text[at + nth + 1] ?? 0] !== 1) return false
  }
  return true
}

interface TokenSet {
  /** Rising. */
  numbers: number[]
  /** A flag for each token there is, by its number. */
  has: Uint8Array
}

/** The tokens that hold these bytes. */
function tokensWith(tokens: Buffer, begins: Uint32Array, bytes: Buffer): TokenSet {
  const numbers: number[] = []
  const has = new Uint8Array(begins.length + 1)
  const shift = bytes[0] === END ? 1 : 0
  let at = tokens.indexOf(bytes)
  while (at >= 0) {
    const number = numberAt(begins, at + shift)
    numbers.push(number)
    has[number] = 1
    const next = begins[number]
    at = next === undefined ? -1 : tokens.indexOf(bytes, next - shift)
  }
  return { numbers, has }
}

/** The number of the token that has this byte. */
function numberAt(begins: Uint32Array, byte: number): number {
  let low = 0
  let high = begins.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((begins[middle] ?? Infinity) <= byte) low = middle + 1
    else high = middle
  }
  return low
}
