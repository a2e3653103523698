import { USER_SCHEMA, type JsonObject, type Named } from '../../shared/scim'
import type { Db } from './database'
import { displayNameIn, emailKeysOf, EMAILS_VALUE, isDisabled, keysOf, type Keys } from './keys'
import { createStatementCache } from './statement-cache'
import type { SqlValue } from './queries'

/** A stored resource. `document` is fresh with every call and may be kept. */
export interface StoredResource {
  ref: number
  id: string
  type: string
  version: number
  createdAt: number
  modifiedAt: number
  managerId: string | null
  memberCount: number
  name: string
  document: JsonObject
}

export interface DeletedResource extends Omit<StoredResource, 'managerId' | 'memberCount'> {
  deletedAt: number
  deletedBy: number | null
}

export interface NewResource {
  id: string
  type: string
  /** The URN of the type's core schema, which decides what is a key. */
  schema: string
  document: JsonObject
  at: number
}

const KEY_COLUMNS: [column: string, key: keyof Keys][] = [
  ['active', 'active'],
  ['user_name_key', 'userNameKey'],
  ['external_id', 'externalId'],
  ['display_name_key', 'displayNameKey'],
  ['manager_id', 'managerId'],
  ['name', 'name']
]

type Row<T> = Omit<T, 'document'> & { document: string }

export const RESOURCE_COLUMNS = `
  r.ref, r.id, r.type, r.version, r.created_at AS createdAt, r.modified_at AS modifiedAt, r.manager_id AS managerId,
  r.member_count AS memberCount, r.name, r.document`

/** One JSON document per resource, beside it the columns and index rows that look-ups need. No transactions here. */
export function createResourceStore(db: Db) {
  const byId = db.prepare<[string], Row<StoredResource>>(
    `SELECT ${RESOURCE_COLUMNS} FROM resources r WHERE r.id = ?`
  )
  const byRef = db.prepare<[number], Row<StoredResource>>(
    `SELECT ${RESOURCE_COLUMNS} FROM resources r WHERE r.ref = ?`
  )
  const named = db.prepare<[string], Named>('SELECT type, id, name FROM resources WHERE id = ?')
  const displayNameOf = db
    .prepare<[string], string | null>(`SELECT ${displayNameIn('r')} FROM resources r WHERE r.id = ?`)
    .pluck()
  const namedByRef = db.prepare<[number], Named>('SELECT type, id, name FROM resources WHERE ref = ?')
  const buriedByRef = db.prepare<[number], Named>(
    'SELECT type, id, name FROM deleted_resources WHERE ref = ?'
  )
  const refOf = db.prepare<[string], number>('SELECT ref FROM resources WHERE id = ?').pluck()
  const someIds = db
    .prepare<[string, number], string>('SELECT id FROM resources WHERE type = ? LIMIT ?')
    .pluck()
  const byUserName = db.prepare<[string], Named>(
    'SELECT type, id, name FROM resources WHERE user_name_key = ?'
  )
  const byDisplayName = db.prepare<[string, string, string], Named>(
    'SELECT type, id, name FROM resources WHERE type = ? AND display_name_key = ? AND id <> ? LIMIT 1'
  )
  const managedBy = db.prepare<[string], Row<StoredResource>>(
    `SELECT ${RESOURCE_COLUMNS} FROM resources r WHERE r.manager_id = ?`
  )
  const reports = db.prepare<[string], Named>(
    'SELECT type, id, name FROM resources WHERE manager_id = ? ORDER BY name, ref'
  )
  const memberCount = db.prepare<[number], number>('SELECT member_count FROM resources WHERE ref = ?').pluck()
  const refsOf = db
    .prepare<[string, number, number], number>(
      'SELECT ref FROM resources WHERE type = ? AND ref > ? ORDER BY ref LIMIT ?'
    )
    .pluck()
  const counts = db.prepare<[], { type: string; total: number; disabled: number }>(
    'SELECT type, total, disabled FROM resource_counts'
  )
  const countType = db.prepare<[string, number, number]>(`
    INSERT INTO resource_counts (type, total, disabled) VALUES (?, ?, ?)
        ON CONFLICT (type) DO UPDATE SET total = total + excluded.total, disabled = disabled + excluded.disabled`)
  const insert = db.prepare<SqlValue[]>(`
    INSERT INTO resources (id, type, version, created_at, modified_at, ${KEY_COLUMNS.map(([column]) => column).join(', ')}, document)
    VALUES (?, ?, 1, ?, ?, ${KEY_COLUMNS.map(() => '?').join(', ')}, ?)`)
  const statements = createStatementCache(db)
  const countNoGroups = db.prepare<[number]>('INSERT INTO group_counts (ref, count) VALUES (?, 0)')
  const forgetGroups = db.prepare<[number]>('DELETE FROM group_counts WHERE ref = ?')
  let removals = 0
  const touch = db.prepare<[number, number, number]>(`
    UPDATE resources SET version = version + 1, modified_at = ?, member_count = member_count + ? WHERE ref = ?`)
  const count = db.prepare<[number, number]>(
    'UPDATE resources SET member_count = member_count + ? WHERE ref = ?'
  )
  const bury = db.prepare(`
    INSERT INTO deleted_resources (ref, id, type, version, name, created_at, modified_at, deleted_at, deleted_by, document)
    SELECT ref, id, type, version, name, created_at, modified_at, @at, @exchangeId, document FROM resources WHERE ref = @ref`)
  const remove = db.prepare<[number]>('DELETE FROM resources WHERE ref = ?')
  const buried = db.prepare<[string], Row<DeletedResource>>(`
    SELECT ref, id, type, version, name, created_at AS createdAt, modified_at AS modifiedAt, deleted_at AS deletedAt,
           deleted_by AS deletedBy, document
      FROM deleted_resources
     WHERE id = ?`)
  const addElement = db.prepare<[string, string, number]>(
    'INSERT INTO elements (attribute, key, ref) VALUES (?, ?, ?)'
  )
  const removeElement = db.prepare<[string, string, number]>(
    'DELETE FROM elements WHERE attribute = ? AND key = ? AND ref = ?'
  )

  /** Names only the keys that differ: SQLite writes an index anew for every column that an UPDATE names. */
  function update(ref: number, at: number, document: JsonObject, old: Keys, now: Keys): void {
    const altered = KEY_COLUMNS.filter(([, key]) => old[key] !== now[key])
    const sets = altered.map(([column]) => `, ${column} = ?`).join('')
    statements
      .get(`UPDATE resources SET version = version + 1, modified_at = ?, document = ?${sets} WHERE ref = ?`)
      .run(at, JSON.stringify(document), ...altered.map(([, key]) => now[key]), ref)
  }

  function index(schema: string, ref: number, before: JsonObject, after: JsonObject): void {
    const [old, now] = [emailKeysOf(schema, before), emailKeysOf(schema, after)]
    for (const key of old) if (!now.has(key)) removeElement.run(EMAILS_VALUE, key, ref)
    for (const key of now) if (!old.has(key)) addElement.run(EMAILS_VALUE, key, ref)
  }

  return {
    find(type: string, id: string): StoredResource | null {
      const row = byId.get(id)
      return row?.type === type ? read(row) : null
    },
    findById: (id: string): StoredResource | null => readOrNull(byId.get(id)),
    findByRef: (ref: number): StoredResource | null => readOrNull(byRef.get(ref)),
    findDeleted: (id: string): DeletedResource | null => readOrNull(buried.get(id)),
    /** What it is called, without reading its document. */
    findName: (id: string): Named | null => named.get(id) ?? null,
    /** @returns null when it has none, undefined when there is no such resource */
    findDisplayName: (id: string) => displayNameOf.get(id),
    /** In the order asked for; deleted ones are named too. */
    namesOf: (refs: number[]): Named[] => refs.map(ref => (namedByRef.get(ref) ?? buriedByRef.get(ref))!),
    /** Any of a type, at most so many. */
    someIds: (type: string, limit: number): string[] => someIds.all(type, limit),
    refOf: (id: string): number | null => refOf.get(id) ?? null,

    /** Who has this userName. @param key folded */
    userNameHolder: (key: string): Named | null => byUserName.get(key) ?? null,
    /** Another resource of the type with this displayName. @param key folded */
    displayNameHolder: (type: string, key: string, exceptId: string): Named | null =>
      byDisplayName.get(type, key, exceptId) ?? null,
    reportsOf: (managerId: string): StoredResource[] => managedBy.all(managerId).map(read),
    namesOfReports: (managerId: string): Named[] => reports.all(managerId),
    /** In the order of creation, from the one after `afterRef` (0 to begin). */
    refsOf: (type: string, afterRef: number, limit: number): number[] => refsOf.all(type, afterRef, limit),
    memberCountOf: (ref: number): number => memberCount.get(ref) ?? 0,
    /** Per type; a type without any may be missing. */
    counts: () => counts.all(),

    insert({ id, type, schema, document, at }: NewResource): StoredResource {
      const keys = keysOf(schema, id, document)
      const ref = Number(
        insert.run(id, type, at, at, ...KEY_COLUMNS.map(([, key]) => keys[key]), JSON.stringify(document))
          .lastInsertRowid
      )
      index(schema, ref, {}, document)
      if (schema === USER_SCHEMA) countNoGroups.run(ref)
      countType.run(type, 1, isDisabled(keys))
      const { managerId, name } = keys
      return {
        ref,
        id,
        type,
        version: 1,
        createdAt: at,
        modifiedAt: at,
        managerId,
        memberCount: 0,
        name,
        document
      }
    },

    /** Gives it a new document, a new version and `modifiedAt`. */
    replace(before: StoredResource, schema: string, document: JsonObject, at: number): StoredResource {
      const keys = keysOf(schema, before.id, document)
      const oldKeys = keysOf(schema, before.id, before.document)
      update(before.ref, at, document, oldKeys, keys)
      index(schema, before.ref, before.document, document)
      const difference = isDisabled(keys) - isDisabled(oldKeys)
      if (difference !== 0) countType.run(before.type, 0, difference)
      const { managerId, name } = keys
      return { ...before, version: before.version + 1, modifiedAt: at, managerId, name, document }
    },

    /** A new version because of its members alone. @param growth how many more there are */
    renew(before: StoredResource, growth: number, at: number): StoredResource {
      touch.run(at, growth, before.ref)
      const { version, memberCount } = before
      return { ...before, version: version + 1, modifiedAt: at, memberCount: memberCount + growth }
    },
    renewByRef(ref: number, growth: number, at: number): void {
      touch.run(at, growth, ref)
    },

    /** Keeps the count of members right where a new version is made anyway. */
    countMembers(before: StoredResource, growth: number): StoredResource {
      if (growth === 0) return before
      count.run(growth, before.ref)
      return { ...before, memberCount: before.memberCount + growth }
    },

    /** Moves it to the deleted ones. Its memberships must be gone before. */
    remove(before: StoredResource, schema: string, at: number, exchangeId: number | null): void {
      bury.run({ ref: before.ref, at, exchangeId })
      index(schema, before.ref, before.document, {})
      countType.run(before.type, -1, -isDisabled(keysOf(schema, before.id, before.document)))
      forgetGroups.run(before.ref)
      remove.run(before.ref)
      removals += 1
    },

    /** Grows whenever something is removed: while it stands still, a ref once found is still there. */
    removals: (): number => removals
  }
}
export type ResourceStore = ReturnType<typeof createResourceStore>

/** In place: the row was made for us. */
export function read<T extends { document: JsonObject }>(row: Row<T>): T {
  const made = row as unknown as T
  made.document = JSON.parse(row.document) as JsonObject
  return made
}

const readOrNull = <T extends { document: JsonObject }>(row: Row<T> | undefined): T | null =>
  row ? read<T>(row) : null
