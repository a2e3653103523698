import { de } from './de'
import { en } from './en'
import { language } from './language'

/** What a catalogue says, whatever it says: texts, and functions that make texts. */
type Worded<T> = T extends string
  ? string
  : T extends readonly unknown[]
    ? T
    : T extends (...facts: infer Facts) => infer Said
      ? (...facts: Facts) => Worded<Said>
      : { [Name in keyof T]: Worded<T[Name]> }

/** Another language is another object of this type. */
export type Words = Worded<typeof en>

export const CATALOGUES: Record<typeof language, Words> = { en, de }

export const words: Words = CATALOGUES[language]
