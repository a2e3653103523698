import { describe, expect, test } from 'vitest'
import { entriesOf, literalTexts, pathsRead, unread } from '../../../test/words-in-source'
import { CATALOGUES } from '.'

const sources = Object.entries(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!./**'], {
    query: '?raw',
    import: 'default',
    eager: true
  })
).map(([path, text]) => ({ path, text }))

test('no key is unused', () => {
  expect(unread(CATALOGUES.en, pathsRead(sources))).toEqual([])
})

test('no component has a literal text', () => {
  // Spelled the same in every language.
  const isName = (found: string) => [': id', ': https://'].some(name => found.endsWith(name))
  const texts = sources.filter(({ path }) => path.endsWith('.tsx')).flatMap(literalTexts)
  expect(texts.filter(found => !isName(found))).toEqual([])
})

test('no key is missing', () => {
  const keysOf = (catalogue: object) => entriesOf(catalogue).map(([path]) => path)
  expect(keysOf(CATALOGUES.de)).toEqual(expect.arrayContaining(keysOf(CATALOGUES.en)))
  expect(keysOf(CATALOGUES.en)).toEqual(expect.arrayContaining(keysOf(CATALOGUES.de)))
})

describe('the tests themselves', () => {
  const read = (text: string) => [...pathsRead([{ path: 'x.tsx', text }])]

  test.each([
    ['words.a.b', ['a.b']],
    ['const text = words.a; text.b.c', ['a.b.c']],
    ['const text = words.a; <p title={text.b[name]} />', ['a.b.*']],
    ['words[place].b', ['*.b']],
    ['const { b } = words.a; b.c(1)', ['a.b.c']],
    ['show(words.a.b)', ['a.b']],
    ["words.a['b-c']", ['a.b-c']]
  ])('%s reads %j', (text, paths) => expect(read(text)).toEqual(paths))

  test('a key nobody reads is found', () => {
    expect(unread({ a: { b: '', c: '' }, d: '' }, new Set(['a.b', 'd']))).toEqual(['a.c'])
  })

  test.each([
    '<p>Hello there</p>',
    '<p title="Hello there" />',
    "<p>{isIt ? 'Hello there' : ''}</p>",
    '<p aria-label={`Hello there ${name}`} />',
    "show({ title: 'Hello there' })"
  ])('%s has a literal text', text => {
    expect(literalTexts({ path: 'x.tsx', text })).toEqual(['x.tsx: Hello there'])
  })
})
