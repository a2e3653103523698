/** The languages that the console speaks. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a person chooses: a language, or that of the system. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

/**
 * The language to speak, and the locale for its numbers and dates: of the system's preferred languages (BCP 47, the dearest
 * first) the first that is spoken here. A chosen language keeps the system's region, as `de-AT` or `en-GB`, if it has one.
 */
export function speak(
  choice: LanguageChoice,
  preferred: readonly string[]
): { language: Language; locale: string } {
  const spoken = choice === 'system' ? LANGUAGES : [choice]
  for (const locale of preferred) {
    const language = spoken.find(known => isOf(known, locale))
    if (language) return { language, locale }
  }
  const language = choice === 'system' ? 'en' : choice
  return { language, locale: language }
}

const isOf = (language: Language, locale: string): boolean =>
  locale.toLowerCase().split(/[-_]/)[0] === language
