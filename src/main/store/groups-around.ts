import type { Named } from '../../shared/scim'
import type { Db } from './database'

/** A group that a resource belongs to. */
export interface Membership extends Named {
  ref: number
  isDirect: boolean
}

type Group = Omit<Membership, 'isDirect'>

/** Which groups somebody belongs to, directly or through others. */
export function createGroupsAround(db: Db) {
  const around = db.prepare<[number], Group>(`
    SELECT r.ref, r.type, r.id, r.name
      FROM members m CROSS JOIN resources r ON r.ref = m.group_ref
     WHERE m.member_ref = ?
     ORDER BY m.group_ref`)
  const listings = db.prepare<[string], { member: number; ref: number }>(`
    SELECT j.value AS member, m.group_ref AS ref
      FROM json_each(?) j CROSS JOIN members m ON m.member_ref = j.value
     ORDER BY m.group_ref`)
  const refsAround = db
    .prepare<[number], number>('SELECT group_ref FROM members WHERE member_ref = ?')
    .pluck()
  const byRef = db.prepare<[number], Group>('SELECT ref, type, id, name FROM resources WHERE ref = ?')

  const groupOf = (ref: number): Group[] => {
    const group = byRef.get(ref)
    return group ? [group] : []
  }

  /** The groups above some groups and not among them, in the order of their refs. */
  function above(direct: Group[], parentsOf: (ref: number) => number[]): number[] {
    const seen = new Set(direct.map(({ ref }) => ref))
    const found: number[] = []
    for (const ref of seen) {
      for (const parent of parentsOf(ref)) {
        if (!seen.has(parent)) found.push(parent)
        seen.add(parent)
      }
    }
    return found.sort((a, b) => a - b)
  }

  function memberships(
    direct: Group[],
    parentsOf: (ref: number) => number[],
    groupsAt: (ref: number) => Group[]
  ): Membership[] {
    if (direct.length === 0) return []
    const indirect = above(direct, parentsOf).flatMap(groupsAt)
    return [
      ...direct.map(group => ({ ...group, isDirect: true })),
      ...indirect.map(group => ({ ...group, isDirect: false }))
    ]
  }

  return {
    /** Of one. Safe with cycles; a group in a cycle belongs to itself. */
    of: (member: number): Membership[] =>
      memberships(around.all(member), ref => refsAround.all(ref), groupOf),

    /** The same of a page of them: what they have in common is read once. Who is in none has no entry. */
    ofAll(members: number[]): Map<number, Membership[]> {
      const parentsOf = remembered((ref: number) => refsAround.all(ref))
      const groupsAt = remembered(groupOf)
      const direct = new Map<number, Group[]>()
      for (const { member, ref } of listings.all(JSON.stringify(members))) {
        const groups = direct.get(member) ?? []
        groups.push(...groupsAt(ref))
        direct.set(member, groups)
      }
      return new Map(
        [...direct].map(([member, groups]) => [member, memberships(groups, parentsOf, groupsAt)])
      )
    }
  }
}

function remembered<Value>(find: (ref: number) => Value): (ref: number) => Value {
  const known = new Map<number, Value>()
  return ref => {
    const value = known.get(ref) ?? find(ref)
    known.set(ref, value)
    return value
  }
}
