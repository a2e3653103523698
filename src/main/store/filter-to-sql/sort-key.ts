import type { Attribute, AttributePath } from '../../scim/model'
import type { Sql } from '../queries'
import { columnOf, type FilterContext } from './columns'
import { jsonPath, sql } from './sql'

/**
 * What a resource is sorted by: text without case unless case exact, dates as instants, of a multi-valued attribute the primary
 * value, else the first (RFC 7644 §3.4.2.3). NULL when it has none.
 */
export function sortKey(path: AttributePath, context: FilterContext): Sql {
  const leaf = leafOf(path)
  if (!leaf) return sql('NULL')
  const column = columnOf({ ...path, sub: path.sub ?? (leaf === path.attribute ? null : leaf) }, context)
  if (column) {
    if (column.instant) return sql(column.instant)
    return column.isKey ? sql(column.text) : sql(keyOf(column.text, leaf), ...(column.values ?? []))
  }
  return sql(keyOf(inDocument(path, leaf), leaf))
}

function leafOf({ attribute, sub }: AttributePath): Attribute | null {
  if (sub) return sub
  if (attribute.type !== 'complex') return attribute
  return attribute.subAttributes.find(({ name }) => name === 'value') ?? null
}

function keyOf(text: string, leaf: Attribute): string {
  if (leaf.type === 'dateTime') return `instant(${text})`
  const isText = leaf.type === 'string' || leaf.type === 'reference' || leaf.type === 'binary'
  return isText && !leaf.caseExact ? `fold(${text})` : text
}

function inDocument({ urn, attribute }: AttributePath, leaf: Attribute): string {
  const isPart = leaf !== attribute
  const place = jsonPath(urn, attribute.name)
  if (!attribute.multiValued) {
    return valueAt('r.document', isPart ? jsonPath(urn, attribute.name, leaf.name) : place, leaf)
  }
  const element = `CASE e.type WHEN 'object' THEN e.value ELSE '{}' END`
  return isPart
    ? `(SELECT ${valueAt(element, jsonPath(leaf.name), leaf)} FROM json_each(r.document, ${place}) e
         ORDER BY coalesce(json_extract(${element}, '$."primary"'), 0) DESC, e.key LIMIT 1)`
    : `(SELECT e.atom FROM json_each(r.document, ${place}) e ORDER BY e.key LIMIT 1)`
}

/** A part that is a list itself is sorted by the first of its values. */
const valueAt = (json: string, place: string, { multiValued }: Attribute): string =>
  multiValued
    ? `(SELECT v.atom FROM json_each(${json}, ${place}) v ORDER BY v.key LIMIT 1)`
    : `json_extract(${json}, ${place})`
