import type { Actor, AttributeChange, Change, ChangeVerb, MembersChange } from '../../shared/change'
import type { MembershipMoment } from '../../shared/directory-views'
import type { Db } from './database'

export interface NewChange {
  at: number
  exchangeId: number | null
  actor: Actor
  verb: ChangeVerb
  ref: number
  attributes: AttributeChange[]
  members: MembersChange | null
}

interface ChangeRow {
  id: number
  at: number
  exchangeId: number | null
  actor: string
  verb: ChangeVerb
  attributes: string
  members: string | null
  type: string
  resourceId: string
  name: string
}

const CHANGE = `
  SELECT c.id, c.at, c.exchange_id AS exchangeId, c.actor, c.verb, c.attributes, c.members,
         coalesce(r.type, d.type) AS type, coalesce(r.id, d.id) AS resourceId, coalesce(r.name, d.name) AS name
    FROM changes c
    LEFT JOIN resources r         ON r.ref = c.resource_ref
    LEFT JOIN deleted_resources d ON d.ref = c.resource_ref`

/** What each exchange did to each resource, for ever. Appended in the savepoint of the write it tells about. */
export function createChangeStore(db: Db) {
  const append = db.prepare<[number, number | null, string, ChangeVerb, number, string, string | null]>(`
    INSERT INTO changes (at, exchange_id, actor, verb, resource_ref, attributes, members)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const ofResource = db.prepare<[number, number, number], ChangeRow>(
    `${CHANGE} WHERE c.resource_ref = ? AND c.id < ? ORDER BY c.id DESC LIMIT ?`
  )
  const ofExchange = db.prepare<[number], ChangeRow>(`${CHANGE} WHERE c.exchange_id = ? ORDER BY c.id`)
  // Named as the partial index is, or it would read every change at each start.
  const lastExchange = db
    .prepare<[], number | null>('SELECT max(exchange_id) FROM changes WHERE exchange_id IS NOT NULL')
    .pluck()
  const setters = db.prepare<
    [number],
    { path: string; exchangeId: number | null; at: number; isSet: number }
  >(`
    SELECT a.value ->> 'path' AS path, c.exchange_id AS exchangeId, c.at, (a.value -> 'new') <> 'null' AS isSet
      FROM changes c, json_each(c.attributes) a
     WHERE c.resource_ref = ?
     ORDER BY c.id`)

  const moments = db.prepare<[number, number], MembershipMoment>(`
    SELECT at, exchange_id AS exchangeId, members ->> '$.addedCount' AS added, members ->> '$.removedCount' AS removed
      FROM changes
     WHERE resource_ref = ? AND members IS NOT NULL
     ORDER BY id DESC
     LIMIT ?`)
  const last = db.prepare<[], number | null>('SELECT max(id) FROM changes').pluck()

  return {
    append({ at, exchangeId, actor, verb, ref, attributes, members }: NewChange): void {
      append.run(
        at,
        exchangeId,
        JSON.stringify(actor),
        verb,
        ref,
        JSON.stringify(attributes),
        members && JSON.stringify(members)
      )
    },

    /** Newest first. `before` is the id of the last change already seen, null to begin. */
    byResource: (ref: number, before: number | null, limit: number): Change[] =>
      ofResource.all(ref, before ?? Number.MAX_SAFE_INTEGER, limit).map(toChange),

    /** In the order they were made. */
    byExchange: (exchangeId: number): Change[] => ofExchange.all(exchangeId).map(toChange),

    /** When members of a group joined or left, newest first. */
    moments: (ref: number, limit: number): MembershipMoment[] => moments.all(ref, limit),

    /** The number of the last change: as long as it is the same, nothing has changed. */
    lastId: (): number => last.get() ?? 0,

    /** The highest exchange number that a change names, 0 without any: numbers are never given twice. */
    lastExchangeId: (): number => lastExchange.get() ?? 0,

    /** For each attribute path that has a value now, the exchange that gave it. */
    setBy(ref: number): Record<string, { exchangeId: number | null; at: number }> {
      const latest = new Map<string, { exchangeId: number | null; at: number }>()
      for (const { path, exchangeId, at, isSet } of setters.iterate(ref)) {
        if (isSet) latest.set(path, { exchangeId, at })
        else latest.delete(path)
      }
      return Object.fromEntries(latest)
    }
  }
}

const toChange = ({ type, resourceId, name, actor, attributes, members, ...row }: ChangeRow): Change => ({
  ...row,
  actor: JSON.parse(actor) as Actor,
  resource: { type, id: resourceId, name },
  attributes: JSON.parse(attributes) as AttributeChange[],
  members: members === null ? null : (JSON.parse(members) as MembersChange)
})
