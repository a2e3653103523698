import { sentenceText } from '../describe'
import type { Story } from '../exchange'
import type { Named } from '../scim'
import { fold } from './conditions'
import type { RecordedTexts, Row } from './query'

/** Bodies are searched this far, in characters: beyond, a search would cost more than the rest of its row. */
export const BODY_SEARCHED = 250_000

/** People and groups that a row names beyond its own resource, for `user:` and `group:`. */
const NAMED_SEARCHED = 50

/** What bare words look through: each entry by itself, so that nothing matches across two of them. All folded. */
export function searchedParts(row: Row, texts: RecordedTexts | null): string[] {
  const parts = [sentenceText(row.story), `${row.method} ${row.target}`, decodeTarget(row.target)]
  if (row.tokenName !== null) parts.push(row.tokenName)
  if (row.resource !== null) parts.push(row.resource.name, row.resource.id)
  if (texts !== null) {
    if (texts.note !== null) parts.push(texts.note)
    for (const [name, value] of texts.requestHeaders) parts.push(`${name}: ${value}`)
    for (const [name, value] of texts.responseHeaders) parts.push(`${name}: ${value}`)
    if (texts.requestBody !== null) parts.push(texts.requestBody.slice(0, BODY_SEARCHED))
    if (texts.responseBody !== null) parts.push(texts.responseBody.slice(0, BODY_SEARCHED))
  }
  return parts.map(fold)
}

const decodeTarget = (target: string): string => {
  const spaced = target.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    // Not every target that arrives is well formed; it is searched as it came.
    return spaced
  }
}

/** What ends a word in JSON, headers, URLs and sentences. */
const SEPARATORS = /[\s"'{}[\](),:;=&?/\\<>|]+/

const splitWords = (text: string): string[] => text.split(SEPARATORS).filter(word => word !== '')

/** Every word of the parts once. A needle that is one word is found here exactly when it is found in the parts. */
export const wordsOf = (parts: string[]): string => [...new Set(parts.flatMap(splitWords))].join('\n')

/** The words of a folded needle, and whether finding them as parts of words already proves the match. */
export function needleWords(needle: string): { words: string[]; isProof: boolean } {
  const words = splitWords(needle)
  return { words, isProof: words.length === 1 && words[0] === needle }
}

/** Every resource of a type that a row is about, one line for the id and one for the name, folded. */
export function namedKey(row: Pick<Row, 'resource' | 'story'>, type: string): string {
  const named = [row.resource, ...peopleIn(row.story)]
    .filter(one => one !== null && one.type === type)
    .slice(0, NAMED_SEARCHED)
  const lines = named
    .flatMap(one => (one ? [one.id, one.name] : []))
    .map(line => fold(line).replaceAll('\n', ' '))
  return lines.length === 0 ? '' : `\n${[...new Set(lines)].join('\n')}\n`
}

function peopleIn(story: Story): (Named | null)[] {
  switch (story.kind) {
    case 'members-changed':
      return [...story.added, ...story.removed]
    case 'checked-member':
      return [story.group, story.member]
    case 'checked-manager':
      return [story.user, story.manager]
    case 'manager-changed':
      return [story.manager]
    case 'looked-up':
      return [story.found]
    default:
      return []
  }
}
