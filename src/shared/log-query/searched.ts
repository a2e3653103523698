import { sentenceText } from '../describe'
import type { Story } from '../exchange'
import type { Named } from '../scim'
import { fold } from './conditions'
import type { RecordedTexts, Row } from './query'

/** Bodies are searched this far, in characters: beyond, a search would cost more than the rest of its row. */
export const BODY_SEARCHED = 250_000

/** People and groups that a row names beyond its own resource, for `user:` and `group:`. */
const NAMED_SEARCHED = 50

/**
 * What bare words look through: each entry by itself, so that nothing matches across two of them. All folded. Bodies come
 * first, because most of what is searched is there and whoever has found it need not read on.
 */
export function* searchedParts(row: Row, texts: RecordedTexts | null): Generator<string> {
  if (texts !== null && texts.requestBody !== null) yield fold(texts.requestBody.slice(0, BODY_SEARCHED))
  if (texts !== null && texts.responseBody !== null) yield fold(texts.responseBody.slice(0, BODY_SEARCHED))
  yield fold(`${row.method} ${row.target}`)
  yield fold(decodeTarget(row.target))
  yield fold(sentenceText(row.story))
  if (row.tokenName !== null) yield fold(row.tokenName)
  if (row.resource !== null) yield* [fold(row.resource.name), fold(row.resource.id)]
  if (texts === null) return
  if (texts.note !== null) yield fold(texts.note)
  for (const [name, value] of texts.requestHeaders) yield fold(`${name}: ${value}`)
  for (const [name, value] of texts.responseHeaders) yield fold(`${name}: ${value}`)
}

export function holdsText(row: Row, texts: RecordedTexts | null, needle: string): boolean {
  for (const part of searchedParts(row, texts)) if (part.includes(needle)) return true
  return false
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

/** Every resource of a type that a row is about, one line for the id and one for the name, folded. */
export function namedKey(row: Pick<Row, 'resource' | 'story'>, type: string): string {
  const lines = new Set<string>()
  let count = 0
  for (const one of [row.resource, ...peopleIn(row.story)]) {
    if (one?.type !== type || ++count > NAMED_SEARCHED) continue
    for (const text of [one.id, one.name]) lines.add(fold(text).replaceAll('\n', ' '))
  }
  return lines.size === 0 ? '' : `\n${[...lines].join('\n')}\n`
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
