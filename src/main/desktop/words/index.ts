/** Every text that the desktop itself shows: menus and native dialogs. The console's texts are in the renderer. */
import type { Language } from '../../../shared/language'
import { de } from './de'
import { en } from './en'

export type Words = typeof en

const CATALOGUES: Record<Language, Words> = { en, de }

/** A live binding: whoever reads it reads the words of the language that holds now. */
export let words: Words = en

export function speakIn(language: Language) {
  words = CATALOGUES[language]
}
