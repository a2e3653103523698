/**
 * The language of this page, decided once, before anything is rendered: words are constants, and another language is
 * another load of the page. The setting lives in the data folder; the browser's own memory of it only bridges the moment
 * until the settings are here.
 */
import { LANGUAGE_CHOICES, speak, type LanguageChoice } from '../../shared/language'

const KEY = 'usher.language'

const remembered = (): LanguageChoice =>
  LANGUAGE_CHOICES.find(choice => choice === memory()?.getItem(KEY)) ?? 'system'

export const { language, locale } = speak(remembered(), navigator.languages)

document.documentElement.lang = language

/** The setting has arrived or changed: remembers it, and loads the page again, where it is, if it asks for another language. */
export function followLanguage(choice: LanguageChoice) {
  memory()?.setItem(KEY, choice)
  // Without a memory the next page would ask for another load again, and for ever.
  const isRemembered = remembered() === choice
  if (isRemembered && speak(choice, navigator.languages).language !== language) location.reload()
}

/** null in a browser that keeps nothing: the system's language then stays. */
function memory(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
