import type { Filter } from '../../scim/filter/ast'
import type { Attribute, AttributePath } from '../../scim/model'
import type { Sql } from '../queries'
import { compare, type Operand } from './compare'
import { displayNameIn } from '../keys'
import { compileIn, type Scope } from './scope'
import { FALSE, jsonPath, sql } from './sql'

/** The elements of a multi-valued attribute as rows, so that everything said about an element is about the same one. */
export interface Rows {
  /** What follows FROM, and what joins it to the resource `r`. */
  from: string
  where: string
  /** Where a sub-attribute of the row is; null when rows have none of this name. */
  column(sub: Attribute): Operand | null
}

export const anyRow = ({ from, where }: Rows, { text, values }: Sql): Sql =>
  sql(`EXISTS (SELECT 1 FROM ${from} WHERE ${where} AND ${text})`, ...values)

export const rowsMatching = (rows: Rows, filter: Filter): Sql =>
  anyRow(rows, compileIn(rowScope(rows), filter))

/** Names stand for sub-attributes of the row. */
export function rowScope(rows: Rows): Scope {
  const columnOf = (path: AttributePath) => rows.column(path.attribute)
  return {
    present(path) {
      const operand = columnOf(path)
      return operand ? anyOf(operand, sql(`(${operand.text}) <> ''`, ...(operand.values ?? []))) : FALSE
    },
    compare(path, op, value) {
      const operand = columnOf(path)
      return operand ? anyOf(operand, compare(operand, path.attribute, op, value)) : FALSE
    },
    // A value path cannot stand inside a value path.
    element: () => FALSE
  }
}

/** A sub-attribute that is a list itself: one of its values is enough. */
const anyOf = ({ from }: Operand, { text, values }: Sql): Sql =>
  from === undefined ? sql(text, ...values) : sql(`EXISTS (SELECT 1 FROM ${from} WHERE ${text})`, ...values)

/** The row's element; an empty one when it is no object and cannot be looked into. */
const ELEMENT = `CASE e.type WHEN 'object' THEN e.value ELSE '{}' END`

/** The elements in the document. A single complex value counts as one element; a simple one is its own `value`. */
export function documentRows({ urn, attribute, sub }: AttributePath): Rows {
  const place = jsonPath(urn, attribute.name, sub?.name ?? null)
  if (attribute.type !== 'complex') {
    return { from: `json_each(r.document, ${place}) e`, where: '1', column: () => ({ text: 'e.atom' }) }
  }
  const isList = (sub ?? attribute).multiValued
  return {
    from: isList
      ? `json_each(r.document, ${place}) e`
      : `(SELECT json_extract(r.document, ${place}) AS value, json_type(r.document, ${place}) AS type) e`,
    where: `e.type = 'object'`,
    column: part =>
      part.multiValued
        ? { text: 'v.atom', from: `json_each(${ELEMENT}, ${jsonPath(part.name)}) v` }
        : { text: `json_extract(${ELEMENT}, ${jsonPath(part.name)})` }
  }
}

/** Members are rows of their own. */
export const memberRows = (baseUrl: string): Rows => ({
  from: 'members m CROSS JOIN resources x ON x.ref = m.member_ref',
  where: 'm.group_ref = r.ref',
  column: relatedColumn(baseUrl, displayNameIn('x'), 'x.type')
})

/** The groups of a user, direct and indirect. */
export const groupRows = (baseUrl: string): Rows => ({
  from: `(WITH RECURSIVE above (ref) AS (
      SELECT group_ref FROM members WHERE member_ref = r.ref
       UNION
      SELECT g.group_ref FROM above CROSS JOIN members g ON g.member_ref = above.ref
    ) SELECT ref FROM above) a CROSS JOIN resources x ON x.ref = a.ref`,
  where: '1',
  column: relatedColumn(
    baseUrl,
    'x.name',
    `(CASE WHEN EXISTS (SELECT 1 FROM members d WHERE d.group_ref = a.ref AND d.member_ref = r.ref)
           THEN 'direct' ELSE 'indirect' END)`
  )
})

const relatedColumn =
  (baseUrl: string, display: string, type: string) =>
  ({ name }: Attribute): Operand | null => {
    switch (name) {
      case 'value':
        return { text: 'x.id', isKey: true }
      case 'display':
        return { text: display }
      case 'type':
        return { text: type }
      case '$ref':
        return { text: `(? || '/' || x.type || 's/' || x.id)`, values: [baseUrl] }
      default:
        return null
    }
  }

/** The value that an element must have for the filter to hold: `value eq "x"` alone, or as a term of `and`. */
export function requiredValue(filter: Filter): { leaf: Attribute; value: string } | null {
  if (filter.kind === 'and') {
    for (const term of filter.terms) {
      const found = requiredValue(term)
      if (found) return found
    }
    return null
  }
  if (filter.kind !== 'compare' || filter.op !== 'eq' || typeof filter.value !== 'string') return null
  const leaf = filter.path.sub ?? filter.path.attribute
  return leaf.name === 'value' ? { leaf, value: filter.value } : null
}
