import { GROUP_SCHEMA, USER_SCHEMA } from '../../../shared/scim'
import type { CompareOperator, CompareValue, Filter } from '../../scim/filter/ast'
import type { Attribute, AttributePath } from '../../scim/model'
import { EMAILS_VALUE } from '../keys'
import type { Sql } from '../queries'
import { belongsOnlyTo, columnOf, type FilterContext } from './columns'
import { compare } from './compare'
import { anyRow, documentRows, groupRows, memberRows, requiredValue, rowsMatching, type Rows } from './rows'
import type { Scope } from './scope'
import { FALSE, joined, jsonPath, sql, TRUE } from './sql'

/** Names stand for parts of the resource `r`. */
export function resourceScope(context: FilterContext): Scope {
  const isTheOne = ({ urn, attribute }: AttributePath, name: string, owner: string) =>
    urn === null && attribute.name === name && belongsOnlyTo(context, name, schema => schema === owner)

  /** Rows that are not in the document, when the path names such an attribute. */
  const relationOf = (path: AttributePath): Relation | null =>
    isTheOne(path, 'members', GROUP_SCHEMA)
      ? { rows: memberRows(context.baseUrl), having: GROUPS_HAVING }
      : isTheOne(path, 'groups', USER_SCHEMA)
        ? { rows: groupRows(context.baseUrl), having: USERS_IN }
        : null
  const isEmails = (path: AttributePath) => isTheOne(path, 'emails', USER_SCHEMA)

  return {
    present(path) {
      if (path.urn === null && path.attribute.name === 'schemas') return TRUE
      if (path.urn === null && path.attribute.name === 'meta' && !path.sub) return TRUE
      const relation = relationOf(path)
      if (relation) return presentInRows(relation.rows, path)
      const operand = columnOf(path, context)
      return operand ? sql(`(${operand.text}) <> ''`, ...(operand.values ?? [])) : presentInDocument(path)
    },

    compare(path, op, value) {
      if (path.urn === null && path.attribute.name === 'schemas')
        return schemasWith(path.attribute, op, value, context)
      const relation = relationOf(path)
      if (relation) return related(relation, { kind: 'compare', path: relative(path.sub), op, value })
      if (isEmails(path) && path.sub?.name === 'value') return emailsWith(path.sub, op, value)
      const operand = columnOf(path, context)
      return operand
        ? compare(operand, path.sub ?? path.attribute, op, value)
        : compareInDocument(path, op, value)
    },

    element(path, filter) {
      const relation = relationOf(path)
      if (relation) return related(relation, filter)
      const rows = rowsMatching(documentRows(path), filter)
      const email = isEmails(path) ? requiredValue(filter) : null
      return email ? joined([emailsWith(email.leaf, 'eq', email.value), rows], 'AND') : rows
    }
  }
}

interface Relation {
  rows: Rows
  /** The refs of all resources that have a row of this `value`: what an index finds at once. */
  having: string
}

const GROUPS_HAVING = `
  SELECT g.group_ref FROM members g WHERE g.member_ref = (SELECT y.ref FROM resources y WHERE y.id = ?)`

const USERS_IN = `
  WITH RECURSIVE nested (ref) AS (
    SELECT y.ref FROM resources y WHERE y.id = ?
     UNION
    SELECT g.member_ref FROM nested CROSS JOIN members g ON g.group_ref = nested.ref AND g.is_group = 1
  )
  SELECT g.member_ref FROM nested CROSS JOIN members g ON g.group_ref = nested.ref`

function related({ rows, having }: Relation, filter: Filter): Sql {
  const required = requiredValue(filter)
  if (!required) return rowsMatching(rows, filter)
  const narrowed = sql(`r.ref IN (${having})`, required.value)
  return filter.kind === 'compare' ? narrowed : joined([narrowed, rowsMatching(rows, filter)], 'AND')
}

const relative = (sub: Attribute | null): AttributePath => {
  if (!sub) throw new Error('a resolved comparison with a complex attribute names its sub-attribute')
  return { urn: null, attribute: sub, sub: null }
}

function presentInRows(rows: Rows, { sub }: AttributePath): Sql {
  return sub ? rowsMatching(rows, { kind: 'present', path: relative(sub) }) : anyRow(rows, TRUE)
}

/** RFC 7644 §3.4.2.2 `pr`: somewhere in the value there is something that is neither null nor the empty text. */
function presentInDocument(path: AttributePath): Sql {
  const { urn, attribute, sub } = path
  const filled = (json: string, place: string) =>
    `EXISTS (SELECT 1 FROM json_tree(${json}, ${place}) t WHERE t.atom <> '')`
  if (!sub || !attribute.multiValued) {
    return sql(filled('r.document', jsonPath(urn, attribute.name, sub?.name ?? null)))
  }
  const rows = documentRows({ ...path, sub: null })
  return anyRow(rows, sql(filled(`CASE e.type WHEN 'object' THEN e.value ELSE '{}' END`, jsonPath(sub.name))))
}

function compareInDocument(path: AttributePath, op: CompareOperator, value: CompareValue): Sql {
  const { urn, attribute, sub } = path
  if (sub && attribute.multiValued) {
    return rowsMatching(documentRows({ ...path, sub: null }), {
      kind: 'compare',
      path: relative(sub),
      op,
      value
    })
  }
  const leaf = sub ?? attribute
  const place = jsonPath(urn, attribute.name, sub?.name ?? null)
  if (!leaf.multiValued) return compare({ text: `json_extract(r.document, ${place})` }, leaf, op, value)
  const { text, values } = compare({ text: 'v.atom' }, leaf, op, value)
  return sql(`EXISTS (SELECT 1 FROM json_each(r.document, ${place}) v WHERE ${text})`, ...values)
}

function emailsWith(leaf: Attribute, op: CompareOperator, value: CompareValue): Sql {
  const { text, values } = compare({ text: 'k.key', isKey: true }, leaf, op, value)
  return sql(
    `r.ref IN (SELECT k.ref FROM elements k WHERE k.attribute = '${EMAILS_VALUE}' AND ${text})`,
    ...values
  )
}

/** `schemas` is the core schema of the type, and the URNs under which the document holds something. */
function schemasWith(
  attribute: Attribute,
  op: CompareOperator,
  value: CompareValue,
  { models }: FilterContext
): Sql {
  if (models.length === 0) return FALSE
  const { text, values } = compare({ text: 's.urn' }, attribute, op, value)
  const cores = models.map(() => 'WHEN ? THEN ?').join(' ')
  return sql(
    `EXISTS (SELECT 1 FROM (SELECT CASE r.type ${cores} END AS urn
                             UNION ALL
                            SELECT j.key FROM json_each(r.document) j WHERE instr(j.key, ':') > 0) s WHERE ${text})`,
    ...models.flatMap(({ type, core }) => [type.name, core.id]),
    ...values
  )
}
