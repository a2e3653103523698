import type { Named } from '../scim'

/** A piece of a sentence: words, or a resource that the console makes a link of. */
export type SentencePart = string | { link: Named }
export type Sentence = SentencePart[]

/** Writes a sentence whole, with its people and groups in place: say`Disabled ${alice}`. */
export function say(words: TemplateStringsArray, ...slots: (string | Named)[]): Sentence {
  const parts: Sentence = []
  const add = (text: string) => {
    const last = parts.at(-1)
    if (typeof last === 'string') parts[parts.length - 1] = last + text
    else if (text !== '') parts.push(text)
  }

  words.forEach((text, index) => {
    add(text)
    const slot = slots[index]
    if (typeof slot === 'string') add(slot)
    else if (slot) parts.push({ link: slot })
  })
  return parts
}
