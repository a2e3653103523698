import { en } from './en'

/** Another language is another object of this type. */
export type Words = typeof en

export const words: Words = en
