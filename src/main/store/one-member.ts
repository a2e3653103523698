import type { Db } from './database'
import type { Stamp } from './members'

interface Membership {
  addedAt: number
  addedBy: number | null
  isGroup: number
}

/** Joining and leaving of one member: what most writes to groups are. */
export function createOneMember(db: Db) {
  const add = db.prepare<[number, number, number, number | null, number]>(`
    INSERT INTO members (group_ref, member_ref, added_at, added_by, is_group)
    VALUES (?, ?, ?, ?, (SELECT type = 'Group' FROM resources WHERE ref = ?))
        ON CONFLICT DO NOTHING`)
  const find = db.prepare<[number, number], Membership>(
    'SELECT added_at AS addedAt, added_by AS addedBy, is_group AS isGroup FROM members WHERE group_ref = ? AND member_ref = ?'
  )
  const remove = db.prepare<[number, number]>('DELETE FROM members WHERE group_ref = ? AND member_ref = ?')
  const keep = db.prepare<[number, number, number, number | null, number, number, number | null]>(`
    INSERT INTO former_members (group_ref, member_ref, added_at, added_by, is_group, removed_at, removed_by)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const countGroup = db.prepare<[number, number]>('UPDATE group_counts SET count = count + ? WHERE ref = ?')

  return {
    /** @returns false when it was a member before. `member` must be a user's or group's ref. */
    join(group: number, member: number, { at, exchangeId }: Stamp): boolean {
      if (add.run(group, member, at, exchangeId, member).changes === 0) return false
      countGroup.run(1, member)
      return true
    },

    /** @returns false when it was no member. */
    leave(group: number, member: number, { at, exchangeId }: Stamp): boolean {
      const membership = find.get(group, member)
      if (!membership) return false
      const { addedAt, addedBy, isGroup } = membership
      keep.run(group, member, addedAt, addedBy, isGroup, at, exchangeId)
      remove.run(group, member)
      countGroup.run(-1, member)
      return true
    },

    statements: [add, find, remove, keep, countGroup]
  }
}
