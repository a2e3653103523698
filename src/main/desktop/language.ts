import { app } from 'electron'
import { speak, type LanguageChoice } from '../../shared/language'
import { speakIn } from './words'

/** For dates in dialogs. */
let locale = 'en'

/**
 * Menus, dialogs, the tray and notifications speak as the console is set to. The page follows the locale that Chromium took,
 * which is known once the app is ready; before that, and beyond it, the system's own list counts.
 */
export function followLanguage(choice: LanguageChoice) {
  const ofChromium = app.isReady() ? [app.getLocale()] : []
  const spoken = speak(choice, [...ofChromium, ...app.getPreferredSystemLanguages()])
  locale = spoken.locale
  speakIn(spoken.language)
}

export const formatMoment = (at: number): string =>
  new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
