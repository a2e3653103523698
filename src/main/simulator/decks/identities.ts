import { CULTURES } from '../names'
import { asciiName } from '../people'
import { type Random, seededRandom } from '../random'
import type { TextKind } from './text-kinds'

const DOMAINS = ['northwind.example', 'tailspin.example', 'litware.example', 'proseware.example']
const TEAMS = [
  'Harbour',
  'Lighthouse',
  'Compass',
  'Orchard',
  'Granite',
  'Meadow',
  'Lantern',
  'Summit',
  'Delta'
]
/** Shorter words cannot be told apart from parts of others. */
const LEAST_LETTERS = 3

/** A text that must not come back. */
export interface Original {
  text: string
  kind: TextKind
}

const NAMES: ReadonlySet<TextKind> = new Set<TextKind>([
  'given',
  'family',
  'full',
  'address',
  'nickname',
  'group'
])

/**
 * Invents texts in place of others: always the same for the same, never one that any original contains or is contained in. Names
 * are invented word by word, so that "Anna Lindqvist", anna.lindqvist@… and a later change of surname stay one person.
 */
export function createIdentities(originals: readonly Original[]) {
  const random = seededRandom(1)
  const taboo = wordsOf(originals.filter(({ kind }) => NAMES.has(kind)).map(({ text }) => text))
  const whole = new Set(originals.map(({ text }) => text.toLowerCase()))
  // Whole names: an invented team must not hold the name of a real one. Single words are watched where words are invented.
  const names = new Set([...whole].filter(text => text.length >= LEAST_LETTERS && /\p{L}/u.test(text)))
  const known = new Map<string, string>()
  const words = createWords(random, taboo)
  const counts = new Map<TextKind, number>()

  const isOriginal = (text: string): boolean => whole.has(text.toLowerCase()) || isTaboo(text, names)
  const next = (kind: TextKind): number => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count
  }
  /** The same invention for the same original, kept under a key. */
  const stable = (key: string, invent: () => string): string => {
    const before = known.get(key)
    if (before !== undefined) return before
    let text = invent()
    for (let tries = 0; tries < 20 && isOriginal(text); tries++) text = invent()
    if (isOriginal(text)) text = words.next('family')
    known.set(key, text)
    return text
  }
  const word = (original: string, kind: 'given' | 'family'): string =>
    stable(`word ${asciiName(original) || original.toLowerCase()}`, () => words.next(kind))

  /** Each word on its own; the first is a given name. */
  const name = (text: string, kind: 'given' | 'family' | 'full'): string =>
    text
      .split(/\s+/)
      .filter(Boolean)
      .map((part, at) => word(part, kind === 'full' ? (at === 0 ? 'given' : 'family') : kind))
      .join(' ')

  /** anna.lindqvist2 → noor.siddiqui2; letters are words, a few digits stay. */
  const nickname = (text: string): string =>
    text.replace(/[\p{L}\p{M}']+|\d{3,}/gu, (part, at: number) =>
      /^\d/.test(part)
        ? stable(`number ${part}`, () => String(5_000 + next('number')))
        : asciiName(word(part, at === 0 ? 'given' : 'family')).replaceAll("'", '')
    )

  const address = (text: string): string => {
    const at = text.lastIndexOf('@')
    const domain = stable(`domain ${text.slice(at + 1).toLowerCase()}`, () => {
      const number = next('address')
      return DOMAINS[number - 1] ?? `company${number}.example`
    })
    return `${nickname(text.slice(0, at))}@${domain}`
  }

  const numbered = (text: string, kind: TextKind, write: (number: number) => string): string =>
    stable(`${kind} ${text}`, () => write(next(kind)))

  return {
    for(text: string, kind: TextKind): string {
      switch (kind) {
        case 'plain':
          return text
        case 'given':
        case 'family':
        case 'full':
          return name(text, kind)
        case 'address':
          return address(text)
        case 'nickname':
          return nickname(text)
        case 'id':
          return stable(`id ${text.toLowerCase()}`, random.uuid)
        case 'schema':
          return numbered(
            text,
            kind,
            number => `urn:ietf:params:scim:schemas:extension:demo${number}:2.0:User`
          )
        case 'group':
          return numbered(text.toLowerCase(), kind, number => `Team ${TEAMS[number - 1] ?? number}`)
        case 'phone':
          return numbered(text, kind, number => `+1 555 ${String(1000 + number)}`)
        case 'number':
          return numbered(text, kind, number => String(50_000 + number))
        case 'title':
          return numbered(text, kind, number => `Role ${number}`)
        case 'department':
          return numbered(text, kind, number => `Department ${number}`)
        case 'text':
          return numbered(text, kind, number => `Text ${number}`)
      }
    }
  }
}
export type Identities = ReturnType<typeof createIdentities>

/** Names that must not come back, and each word of them. */
function wordsOf(originals: readonly string[]): Set<string> {
  const words = new Set<string>()
  for (const original of originals) {
    // The end of an address is a domain, replaced as a whole.
    const [written = ''] = original.split('@')
    for (const part of [original, ...written.split(/[^\p{L}\p{M}\d]+/u)]) {
      const ascii = asciiName(part)
      for (const written of [part.toLowerCase(), ascii])
        if (written.length >= LEAST_LETTERS) words.add(written)
    }
  }
  return words
}

function isTaboo(text: string, taboo: Set<string>): boolean {
  const lower = text.toLowerCase()
  if (taboo.has(lower)) return true
  for (const word of taboo) if (lower.includes(word)) return true
  return false
}

const OPENINGS = ['Ba', 'Ke', 'Lo', 'Mi', 'Nu', 'Ra', 'Si', 'To', 'Ve', 'Zo', 'Da', 'Fe']
const MIDDLES = ['ra', 'li', 'no', 'sa', 've', 'ki', 'ro', 'mu', 'le', 'ta']
const ENDINGS = ['n', 'ra', 'lis', 'dor', 'ven', 'th', 'mar', 'na', 's', 'vik']

/** Names that are not taken: from the cultures first, then made of syllables, each once. */
function createWords(random: Random, taboo: Set<string>) {
  const used = new Set<string>()
  const lists = {
    given: shuffled(random, [...new Set(CULTURES.flatMap(({ given }) => given))].filter(isOneWord)),
    family: shuffled(random, [...new Set(CULTURES.flatMap(({ family }) => family))].filter(isOneWord))
  }
  const free = (name: string): boolean => {
    const key = asciiName(name)
    if (used.has(key) || key.length < LEAST_LETTERS || isTaboo(key, taboo) || isTaboo(name, taboo))
      return false
    used.add(key)
    return true
  }
  const made = () =>
    random.pick(OPENINGS) +
    Array.from({ length: 1 + random.integer(4) }, () => random.pick(MIDDLES)).join('') +
    random.pick(ENDINGS)

  return {
    next(kind: 'given' | 'family'): string {
      for (let name = lists[kind].pop(); name !== undefined; name = lists[kind].pop())
        if (free(name)) return name
      let name = made()
      while (!free(name)) name = made()
      return name
    }
  }
}

const isOneWord = (name: string): boolean => /^[\p{L}\p{M}]+$/u.test(name)

function shuffled<T>(random: Random, items: T[]): T[] {
  return items
    .map(item => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}
