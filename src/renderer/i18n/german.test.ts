import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../../test/words-in-source'
import { CATALOGUES } from '.'

const english = new Map(entriesOf(CATALOGUES.en))
const german = entriesOf(CATALOGUES.de)
/** Told from facts of many kinds: their own tests call them with each. */
const TOLD_ELSEWHERE = /^(stories|explain|tunnelFinding|tlsProblem|tlsRemark|said)\b/

const CYCLE = { cycle: 2, createdCount: 1, updatedCount: 1, disabledCount: 0, deletedCount: 0, errorCount: 0 }
const FACTS: unknown[] = [
  0,
  1,
  2,
  1234.5,
  'Alice Ng',
  'User',
  'token',
  ['Alice Ng'],
  ['Alice Ng', 'Bo'],
  { ...CYCLE, lookupCount: 3 },
  null,
  true,
  false
]

/** Every way to call a function with `count` facts. */
const callsOf = (count: number): unknown[][] =>
  count === 0 ? [[]] : callsOf(count - 1).flatMap(call => FACTS.map(fact => [...call, fact]))

/** What an entry says to these facts: texts that make sense, or none. */
function sayOf(entry: unknown, facts: unknown[]): string[] {
  try {
    const said = (entry as (...facts: unknown[]) => unknown)(...facts)
    const texts = Array.isArray(said) ? (said as unknown[]) : [said]
    return texts.every(text => typeof text === 'string' && !NONSENSE.test(text)) ? (texts as string[]) : []
  } catch {
    // Facts of another kind than it wants.
    return []
  }
}
const NONSENSE = /undefined|NaN|null|\[object|function/

const factCount = (entry: unknown) => Math.min((entry as () => void).length, 4)
const functions = german.filter(([path, entry]) => typeof entry === 'function' && !TOLD_ELSEWHERE.test(path))

test.each(functions.map(([path, entry]) => ({ path, entry })))(
  '$path can be called in both languages',
  ({ path, entry }) => {
    const other = english.get(path)
    const calls = callsOf(Math.max(factCount(entry), factCount(other)))
    expect(calls.some(facts => sayOf(entry, facts).length > 0 && sayOf(other, facts).length > 0)).toBe(true)
  }
)

const texts: [path: string, text: string][] = [
  ...german.flatMap(([path, entry]) => [entry].flat().map((text): [string, unknown] => [path, text])),
  ...functions.flatMap(([path, entry]) =>
    callsOf(Math.min(factCount(entry), 3))
      .flatMap(facts => sayOf(entry, facts))
      .map((text): [string, unknown] => [path, text])
  )
].filter((one): one is [string, string] => typeof one[1] === 'string')

describe('typography', () => {
  /** Code keeps its own signs. */
  const isCode = (text: string) => /"[^"]*"|\$ref/.test(text)

  test.each<{ rule: string; wrong: RegExp }>([
    { rule: 'quotes are „…“', wrong: /“[^“]*”|’[^’]*’\s|(^|\s)'[^']*'/ },
    { rule: 'an ellipsis is one sign, after a blank', wrong: /\.\.\.|[a-zäöüß]…/ },
    { rule: 'a dash between words is long', wrong: / - / },
    {
      rule: 'a number and its unit stay on one line',
      wrong: /\d (ms|s|min|kB|MB|GB|%)(?![a-zäöü])/
    },
    // A capital in the middle of a sentence is the polite address; at its beginning it may be of things.
    {
      rule: 'nobody is addressed',
      wrong: /[^.:!?)“] (Sie|Ihre?[nmrs]?)\b|\b(du|[Dd]eine?[nmrs]?|dir|dich)\b/
    }
  ])('$rule', ({ wrong }) => {
    expect([...new Map(texts.filter(([, text]) => !isCode(text) && wrong.test(text)))]).toEqual([])
  })
})

/** Names, terms of SCIM, and words that both languages have. */
const SAME = new Set(
  (
    'Usher, Entra, Okta, CSV, HAR, JSON Lines, cURL, Deutsch, English, Esc, auto, Client, Decks, Desktop, Details, Format, Graph, ' +
    'Name, Port, Server, Simulator, Status, System, Token, Version, externalId, userName'
  ).split(', ')
)
const isReference = (text: string) => /^RFC \d/.test(text)
const isCodeOfEntra = (path: string) => path.startsWith('explain.') && path.endsWith('.code')

test('nothing is left in English', () => {
  const same = german.filter(([path, text]) => {
    if (typeof text !== 'string' || !/\p{L}{3}/u.test(text) || english.get(path) !== text) return false
    return !SAME.has(text) && !isReference(text) && !isCodeOfEntra(path)
  })
  expect(same).toEqual([])
})
