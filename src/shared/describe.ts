import type { Story } from './exchange'
import { en, type StoryWords } from './words/en'
import type { Sentence } from './words/say'

export type { Sentence } from './words/say'

/**
 * The one human sentence of an exchange, made of facts and never guessed from text. Resources stay recognisable, so that the
 * console can link them.
 */
export function describe(story: Story, words: StoryWords = en): Sentence {
  // Each kind has the words for its own facts, which the compiler cannot follow through the table.
  const tell = words[story.kind] as (story: Story) => Sentence
  return story.told ? words.told(story.told, tell(story)) : tell(story)
}

/** The same sentence as plain text, for search, exports and names of regions. */
export const sentenceText = (story: Story, words: StoryWords = en): string =>
  describe(story, words)
    .map(part => (typeof part === 'string' ? part : part.link.name))
    .join('')
