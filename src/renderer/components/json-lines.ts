import type { Json } from '../../shared/scim'

/** One line of pretty-printed JSON. */
export interface JsonLine {
  depth: number
  /** The member's name, if it is one. */
  name: string | null
  /** The value, or the bracket that opens or closes one. */
  text: string
  kind: 'string' | 'number' | 'word' | 'bracket'
  hasComma: boolean
  /** Where what opens here closes, and how much is inside. */
  opens: { closesAt: number; count: number; isList: boolean } | null
}

/** JSON as lines, each knowing where what it opens closes. Nesting is at most as deep as the parser allowed. */
export function jsonLines(root: Json): JsonLine[] {
  const lines: JsonLine[] = []

  const write = (value: Json, name: string | null, depth: number, hasComma: boolean): void => {
    const put = (text: string, kind: JsonLine['kind'], comma = hasComma) =>
      lines.push({ depth, name, text, kind, hasComma: comma, opens: null })
    if (typeof value === 'string') return void put(JSON.stringify(value), 'string')
    if (typeof value === 'number') return void put(String(value), 'number')
    if (typeof value !== 'object' || value === null) return void put(String(value), 'word')

    const isList = Array.isArray(value)
    const members: [string | null, Json][] = isList ? value.map(one => [null, one]) : Object.entries(value)
    if (members.length === 0) return void put(isList ? '[]' : '{}', 'bracket')
    const opening = put(isList ? '[' : '{', 'bracket', false) - 1
    members.forEach(([key, one], index) => write(one, key, depth + 1, index < members.length - 1))
    const closesAt =
      lines.push({ depth, name: null, text: isList ? ']' : '}', kind: 'bracket', hasComma, opens: null }) - 1
    const line = lines[opening]
    if (line) line.opens = { closesAt, count: members.length, isList }
  }
  write(root, null, 0, false)
  return lines
}

/** The places of the lines that are seen while some are folded. */
export function unfolded(lines: JsonLine[], folded: ReadonlySet<number>): number[] {
  const seen: number[] = []
  for (let place = 0; place < lines.length; place++) {
    seen.push(place)
    const opens = lines[place]?.opens
    if (opens && folded.has(place)) place = opens.closesAt
  }
  return seen
}

/** Lists longer than this begin folded. */
const LONG = 40

export const foldedAtFirst = (lines: JsonLine[]): Set<number> =>
  new Set(
    lines.flatMap(({ opens, depth }, place) => (opens && depth > 0 && opens.count > LONG ? [place] : []))
  )

/** What a line reads as, for searching. */
export const lineText = ({ name, text }: JsonLine): string => (name === null ? text : `"${name}": ${text}`)
