import { expect, test } from 'vitest'
import { speak, type LanguageChoice } from './language'

test.each<[LanguageChoice, string[], string, string]>([
  ['system', ['de-AT', 'en'], 'de', 'de-AT'],
  ['system', ['fr-FR', 'de', 'en-GB'], 'de', 'de'],
  ['system', ['en-GB', 'de'], 'en', 'en-GB'],
  ['system', ['fr-FR'], 'en', 'en'],
  ['system', [], 'en', 'en'],
  ['de', ['en-US'], 'de', 'de'],
  ['de', ['en-US', 'de-CH'], 'de', 'de-CH'],
  ['en', ['de-DE'], 'en', 'en'],
  ['system', ['den'], 'en', 'en']
])(
  '%s on a system that prefers %j speaks %s, with the numbers of %s',
  (choice, preferred, language, locale) => {
    expect(speak(choice, preferred)).toEqual({ language, locale })
  }
)
