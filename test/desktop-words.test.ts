import { expect, test } from 'vitest'
import { speakIn, words } from '../src/main/desktop/words'
import { de } from '../src/main/desktop/words/de'
import { en } from '../src/main/desktop/words/en'
import { sourceFiles } from './source-files'
import { entriesOf, pathsRead, unread } from './words-in-source'

const sources = [
  ...sourceFiles('src/main/desktop', /\.ts$/),
  ...sourceFiles('src/main', /^index\.ts$/)
].filter(({ path }) => !path.endsWith('.test.ts') && !path.includes('/words/'))

test('no key of the desktop is unused', () => {
  expect(unread(en, pathsRead(sources))).toEqual([])
})

test('no key of the desktop is missing, and none is left in English', () => {
  const english = new Map(entriesOf(en))
  const german = entriesOf(de)
  expect(german.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted())
  const same = german.filter(([path, text]) => typeof text === 'string' && english.get(path) === text)
  expect(same.map(([, text]) => text)).toEqual(['https://scim.contoso.example', 'OK'])
})

test('whoever reads the words reads those of the language that holds', () => {
  speakIn('de')
  expect(words.menu.file).toBe('Datei')
  speakIn('en')
  expect(words.menu.file).toBe('File')
})
