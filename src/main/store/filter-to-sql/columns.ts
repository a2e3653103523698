import { ENTERPRISE_SCHEMA, USER_SCHEMA } from '../../../shared/scim'
import type { AttributePath, ResourceModel } from '../../scim/model'
import { displayNameIn, hasDisplayNameKey } from '../keys'
import type { Operand } from './compare'

/** What a condition needs beside the filter: whose resources are asked for, and how answers spell addresses. */
export interface FilterContext {
  models: ResourceModel[]
  baseUrl: string
}

/** Whether every asked type that has an attribute of this name is one of these schemas, whose values lie in columns and rows. */
export function belongsOnlyTo(
  { models }: FilterContext,
  name: string,
  isKeySchema: (schema: string) => boolean
): boolean {
  return models.every(({ core }) => isKeySchema(core.id) || core.attributes.every(one => one.name !== name))
}

/** What a column holds, or follows from columns; null for what is in the document only. */
export function columnOf(path: AttributePath, context: FilterContext): Operand | null {
  const { urn, attribute, sub } = path
  if (urn === ENTERPRISE_SCHEMA && attribute.name === 'manager')
    return managerColumn(sub?.name ?? null, context)
  if (urn !== null) return null
  const isUsers = (name: string) => belongsOnlyTo(context, name, schema => schema === USER_SCHEMA)
  switch (attribute.name) {
    case 'id':
      return { text: 'r.id', isKey: true }
    case 'externalId':
      return { text: 'r.external_id', isKey: true }
    case 'userName':
      return isUsers('userName') ? { text: 'r.user_name_key', isKey: true } : null
    case 'displayName':
      return belongsOnlyTo(context, 'displayName', hasDisplayNameKey)
        ? { text: 'r.display_name_key', isKey: true }
        : null
    case 'active':
      return isUsers('active') ? { text: 'r.active' } : null
    case 'meta':
      return metaColumn(sub?.name ?? null, context)
    default:
      return null
  }
}

function managerColumn(sub: string | null, { baseUrl }: FilterContext): Operand | null {
  switch (sub) {
    case 'value':
      return { text: 'r.manager_id', isKey: true }
    case 'displayName':
      return { text: `(SELECT ${displayNameIn('b')} FROM resources b WHERE b.id = r.manager_id)` }
    case '$ref':
      return {
        text: `(SELECT ? || '/Users/' || b.id FROM resources b WHERE b.id = r.manager_id)`,
        values: [baseUrl]
      }
    default:
      return null
  }
}

function metaColumn(sub: string | null, { models, baseUrl }: FilterContext): Operand | null {
  switch (sub) {
    case 'resourceType':
      return { text: 'r.type', isKey: true }
    case 'created':
      return { text: 'iso(r.created_at)', instant: 'r.created_at' }
    case 'lastModified':
      return { text: 'iso(r.modified_at)', instant: 'r.modified_at' }
    case 'version':
      return { text: `('W/"' || r.version || '"')` }
    case 'location': {
      const endpoints = models.map(() => 'WHEN ? THEN ?').join(' ')
      const values = models.flatMap(({ type }) => [type.name, type.endpoint])
      return { text: `(? || CASE r.type ${endpoints} END || '/' || r.id)`, values: [baseUrl, ...values] }
    }
    default:
      return null
  }
}
