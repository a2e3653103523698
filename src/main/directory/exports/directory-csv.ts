import { CSV_MARK, csvLine } from '../../../shared/csv'
import type { MemberRow } from '../../../shared/directory-views'
import { ENTERPRISE_SCHEMA, type Json, type JsonObject } from '../../../shared/scim'
import type { StoredResource } from '../../store/resources'

type Cell = string | number | boolean | null

/** A user's columns in order. Times are UTC (ISO 8601). */
const USER_COLUMNS: { name: string; of(user: StoredResource): Cell }[] = [
  { name: 'id', of: user => user.id },
  { name: 'userName', of: user => text(user.document.userName) },
  { name: 'displayName', of: user => text(user.document.displayName) },
  { name: 'active', of: user => user.document.active !== false },
  { name: 'givenName', of: user => text(object(user.document.name).givenName) },
  { name: 'familyName', of: user => text(object(user.document.name).familyName) },
  { name: 'email', of: user => emailOf(user.document) },
  { name: 'title', of: user => text(user.document.title) },
  { name: 'department', of: user => text(enterprise(user).department) },
  { name: 'employeeNumber', of: user => text(enterprise(user).employeeNumber) },
  { name: 'managerId', of: user => user.managerId },
  { name: 'externalId', of: user => text(user.document.externalId) },
  { name: 'created', of: user => iso(user.createdAt) },
  { name: 'lastModified', of: user => iso(user.modifiedAt) }
]

export const usersCsvHeader = (): string => CSV_MARK + csvLine(USER_COLUMNS.map(({ name }) => name))
export const userCsv = (user: StoredResource): string => csvLine(USER_COLUMNS.map(column => column.of(user)))

export const groupsCsvHeader = (): string =>
  CSV_MARK +
  csvLine(['id', 'displayName', 'externalId', 'directCount', 'effectiveCount', 'created', 'lastModified'])

export const groupCsv = (group: StoredResource, effectiveCount: number): string =>
  csvLine([
    group.id,
    text(group.document.displayName),
    text(group.document.externalId),
    group.memberCount,
    effectiveCount,
    iso(group.createdAt),
    iso(group.modifiedAt)
  ])

export const membersCsvHeader = (): string =>
  CSV_MARK +
  csvLine(['type', 'id', 'name', 'userName', 'active', 'membership', 'via', 'addedAt', 'addedBy', 'deleted'])

/** `membership`: direct or effective; `via`: the groups between, outermost first; `addedBy`: the request's number. */
export const memberCsv = (row: MemberRow): string =>
  csvLine([
    row.member.type,
    row.member.id,
    row.member.name,
    row.userName,
    row.isActive,
    row.isDirect ? 'direct' : 'effective',
    row.via.map(group => group.name).join(' > '),
    row.addedAt === null ? null : iso(row.addedAt),
    row.addedBy,
    row.isDeleted
  ])

function emailOf(user: JsonObject): string | null {
  const emails = (Array.isArray(user.emails) ? user.emails : []).map(object)
  return text((emails.find(email => email.primary === true) ?? emails[0])?.value)
}

const enterprise = ({ document }: StoredResource): JsonObject => object(document[ENTERPRISE_SCHEMA])
const iso = (at: number): string => new Date(at).toISOString()
const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)
const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
