import type { SetBy } from '../../shared/contract'
import { ENTERPRISE_SCHEMA, type Json, type JsonObject } from '../../shared/scim'

export interface AttributeLine {
  path: string
  /** The name inside its section. */
  name: string
  value: string
}

export interface AttributeSection {
  /** null: the core schema. */
  urn: string | null
  lines: AttributeLine[]
}

/** Computed here or shown elsewhere on the page. */
const LEFT_OUT = new Set(['schemas', 'meta', 'groups', 'members'])

/** A resource as lines by schema: core first, then the enterprise extension, then the rest. */
export function sectionsOf(resource: JsonObject): AttributeSection[] {
  const entries = Object.entries(resource).filter(([name]) => !LEFT_OUT.has(name))
  const core = entries.filter(([name]) => !name.startsWith('urn:'))
  const extensions = entries
    .filter(([name]) => name.startsWith('urn:'))
    .toSorted(([a], [b]) => Number(b === ENTERPRISE_SCHEMA) - Number(a === ENTERPRISE_SCHEMA))

  return [
    { urn: null, lines: core.flatMap(([name, value]) => linesOf(name, name, value)) },
    ...extensions.map(([urn, value]) => ({
      urn,
      lines: isObject(value)
        ? Object.entries(value).flatMap(([name, inner]) => linesOf(`${urn}:${name}`, name, inner))
        : linesOf(urn, urn, value)
    }))
  ]
}

function linesOf(path: string, name: string, value: Json): AttributeLine[] {
  if (Array.isArray(value))
    return value.flatMap(element => {
      const label = isObject(element) && typeof element.type === 'string' ? `[type eq "${element.type}"]` : ''
      return [{ path: `${path}${label}`, name: `${name}${label}`, value: elementText(element) }]
    })
  if (isObject(value))
    return Object.entries(value).flatMap(([sub, inner]) => linesOf(`${path}.${sub}`, `${name}.${sub}`, inner))
  return [{ path, name, value: String(value) }]
}

/** An element of a list: its value, with whatever else says something about it. */
function elementText(element: Json): string {
  if (!isObject(element)) return String(element)
  const { value, primary, ...others } = element
  const parts = Object.entries(others)
    .filter(([name]) => name !== 'type')
    .map(([name, inner]) => `${name}: ${isObject(inner) ? JSON.stringify(inner) : String(inner)}`)
  return [
    value === undefined || value === null ? null : String(value),
    primary === true ? 'primary' : null,
    ...parts
  ]
    .filter(part => part !== null)
    .join(' · ')
}

/** The request that set the value: of the path itself, of a part below it, or of the attribute it belongs to. */
export function setterOf(path: string, setBy: SetBy): SetBy[string] | null {
  const exact = setBy[path]
  if (exact) return exact
  const below = Object.entries(setBy).filter(
    ([known]) => known.startsWith(`${path}.`) || known.startsWith(`${path}[`)
  )
  if (below.length > 0) return below.map(([, by]) => by).reduce((last, by) => (by.at > last.at ? by : last))
  const above = path.replace(/(\[[^\]]*\]|\.[^.:[\]]+)$/, '')
  return above === path ? null : setterOf(above, setBy)
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
