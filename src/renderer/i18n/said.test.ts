import { expect, test } from 'vitest'
import { HAR_REMOVED } from '../../shared/har'
import { parseLogQuery } from '../../shared/log-query'
import { said } from './de/said'

const engine = import.meta.glob<string>(
  ['../../main/console/*.ts', '../../main/simulator/*.ts', '!../../main/**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true }
)
const decks = import.meta.glob<{ name: string; about: string }>('../../../resources/decks/*.json', {
  import: 'default',
  eager: true
})

/** Codes of Entra are spelled the same everywhere. */
const ONE_CODE = /^([A-Z][a-z]+){3,}$/

/** Whole sentences that the engine hands to a page: messages of refusals, titles, phases. */
const sentences = Object.values(engine).flatMap(text =>
  Array.from(
    text.matchAll(
      /(?:message:|title:|sends:|inPhase\(|const [A-Z_]+ =|= \{ message:)\s*'((?:[^'\\]|\\.)*)'/g
    ),
    ([, sentence = '']) => sentence.replaceAll("\\'", "'")
  ).filter(sentence => /^[A-Z][a-z]/.test(sentence) && !ONE_CODE.test(sentence))
)

test.each([...new Set(sentences)])('“%s” has its German', sentence => {
  expect(said(sentence)).not.toBe(sentence)
})

test('what exports leave out has its German', () => {
  for (const removed of HAR_REMOVED) expect(said(removed)).not.toBe(removed)
})

test('the decks that come with Usher have their German', () => {
  for (const { name, about } of Object.values(decks)) {
    expect(said(name)).not.toBe(name)
    expect(said(about)).not.toBe(about)
  }
})

test.each(['statsu:4', 'duration:abc', 'status:abc', 'is:odd', 'after:soon', 'user:', 'user>x'])(
  'what is wrong with %s is said in German',
  typed => {
    const [problem] = parseLogQuery(typed).problems
    expect(problem && said(problem.message)).not.toBe(problem?.message)
  }
)

test('names and numbers are kept; what is not known stays as it came', () => {
  expect(said('"Contoso" was revoked before.')).toBe('„Contoso“ wurde schon widerrufen.')
  expect(said('Alice Ng is now Alice Holm')).toBe('Alice Ng heißt jetzt Alice Holm')
  expect(said('userName "anna" is taken by Anna (u1).')).toBe('userName "anna" is taken by Anna (u1).')
})
