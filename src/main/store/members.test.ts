import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { GROUP_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { openStores } from './stores'

const stores = openStores(mkdtempSync(join(tmpdir(), 'usher-members-')))
afterAll(() => stores.close())
const { db, members, resources } = stores

const insert = (id: string, type: 'User' | 'Group'): number =>
  resources.insert({
    id,
    type,
    schema: type === 'User' ? USER_SCHEMA : GROUP_SCHEMA,
    document: type === 'User' ? { userName: id } : {},
    at: 0
  }).ref

test.each([3, 50])('%i members join and leave in one step each, and what was so before stays', count => {
  const users = Array.from({ length: count }, (_, number) => insert(`${count} user ${number}`, 'User'))
  const [group, nested] = [insert(`${count} group`, 'Group'), insert(`${count} nested`, 'Group')]
  const all = [...users, nested]
  const joined = { at: 1, exchangeId: 11 }
  const left = { at: 2, exchangeId: 22 }
  const countsOf = () =>
    db
      .prepare<[number, number], number>('SELECT count FROM group_counts WHERE ref BETWEEN ? AND ?')
      .pluck()
      .all(users[0]!, users.at(-1)!)

  expect(members.add(group, users.slice(0, 1), { at: 0, exchangeId: null })).toEqual(users.slice(0, 1))
  expect(members.add(group, all.toReversed(), joined)).toEqual(all.slice(1))
  expect(countsOf()).toEqual(users.map(() => 1))
  expect(members.add(group, all, left)).toEqual([])

  expect(members.remove(group, all.toReversed(), left)).toEqual(all)
  expect(members.remove(group, all, left)).toEqual([])
  expect(countsOf()).toEqual(users.map(() => 0))
  expect(db.prepare('SELECT count(*) FROM members').pluck().get()).toBe(0)
  expect(
    db.prepare('SELECT * FROM former_members WHERE group_ref = ? ORDER BY member_ref').all(group)
  ).toEqual(
    all.map(ref => ({
      group_ref: group,
      member_ref: ref,
      added_at: ref === users[0] ? 0 : 1,
      added_by: ref === users[0] ? null : 11,
      is_group: Number(ref === nested),
      removed_at: 2,
      removed_by: 22
    }))
  )
})
