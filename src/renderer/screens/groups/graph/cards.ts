import type { GraphGroup } from '../../../../shared/directory-views'
import type { Named } from '../../../../shared/scim'
import { words } from '../../../i18n'

const text = words.membership.graph

/** What is shown of a group's people. */
export interface Crowd {
  shown: Named[]
  /** How many more there are than are shown. */
  more: number
}

/** A group as it is drawn: its name, and as many of its people as there is room for. */
export interface Card {
  id: string
  label: string
  /** Its people; and the groups in it, where they are not to be seen. */
  summary: string
  /** Nested groups, whether they are shown or not. */
  nestedCount: number
  isFolded: boolean
  names: Named[]
  more: number
  /** Names side by side. */
  columns: number
  nameWidth: number
  x: number
  y: number
  width: number
  height: number
}

export type Placeless = Omit<Card, 'x' | 'y'>

export const HEAD_HEIGHT = 52
export const NAME_HEIGHT = 21
export const NAME_GAP = 14
export const PADDING = 12
export const TYPE = { group: 15, summary: 12, name: 13 }
/** About as wide as a letter is, in parts of the size of the type. */
export const LETTER = 0.56
/** And a bold one. */
export const BOLD_LETTER = 0.61
/** In a head beside its words: the fold. */
const FOLD_WIDTH = 28
const WIDTH = { least: 112, most: 300 }
const NAME_WIDTH = { least: 78, most: 240 }

const between = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value))

/** As wide as the longest name needs, and as many names abreast as are allowed. */
export function cardOf(
  { id, name, peopleCount }: GraphGroup,
  { shown, more }: Crowd,
  {
    abreast,
    nestedCount,
    hiddenCount,
    isFolded
  }: { abreast: number; nestedCount: number; hiddenCount: number; isFolded: boolean }
): Placeless {
  const label = name || words.parts.unnamed
  const people = peopleCount === 0 ? text.noPeople : text.people(peopleCount)
  const summary = hiddenCount > 0 ? `${people} · ${text.hiddenGroups(hiddenCount)}` : people
  const count = shown.length + (more > 0 ? 1 : 0)
  const columns = Math.max(1, Math.min(abreast, count))
  const longest = Math.max(0, ...shown.map(({ name }) => name.length))
  // Who stands alone may be the one in focus, and is written large.
  const letter = count === 1 ? TYPE.group * BOLD_LETTER : TYPE.name * LETTER
  const nameWidth = between(longest * letter, NAME_WIDTH)
  const written = Math.max(label.length * TYPE.group * BOLD_LETTER, summary.length * TYPE.summary * LETTER)
  const head = between(written + 2 * PADDING + (nestedCount > 0 ? FOLD_WIDTH : 0), WIDTH)
  const names = count === 0 ? 0 : columns * (nameWidth + NAME_GAP) - NAME_GAP + 2 * PADDING
  const width = Math.ceil(Math.max(head, names))
  return {
    id,
    label,
    summary,
    nestedCount,
    isFolded,
    names: shown,
    more,
    columns,
    nameWidth: Math.floor((width - 2 * PADDING + NAME_GAP) / columns) - NAME_GAP,
    width,
    height: HEAD_HEIGHT + (count === 0 ? 0 : Math.ceil(count / columns) * NAME_HEIGHT + PADDING)
  }
}

/** The first few of a crowd. One alone is never summed up as "1 more": there is room for the name. */
export function firstOf({ shown, more }: Crowd, limit: number): Crowd {
  if (limit === 0) return { shown: [], more: 0 }
  if (shown.length + more <= limit + 1 && more === 0) return { shown, more }
  return { shown: shown.slice(0, limit), more: more + Math.max(0, shown.length - limit) }
}
