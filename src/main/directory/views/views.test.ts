import { expect, test } from 'vitest'
import { openDirectory } from '../directory.fixture'
import { builtInRegistry } from '../../scim/registry'
import { createViews } from '.'

const PAGE = { search: '', offset: 0, limit: 100, isDescending: false } as const
const EVERYBODY = { ...PAGE, sort: 'displayName', state: 'all' } as const

async function company() {
  const opened = openDirectory()
  const { user, group } = opened
  const views = createViews({ stores: opened.stores, registry: builtInRegistry })
  const anna = await user('anna', { displayName: 'Anna', active: true })
  const bo = await user('bo', { displayName: 'Bo', active: false })
  const team = await group('Team', [anna.id])
  const all = await group('All', [team.id, bo.id])
  return { ...opened, views, anna, bo, team, all }
}

test('users are listed, searched without case, and counted by state', async () => {
  const { views } = await company()
  expect(views.counts()).toEqual({ users: 2, activeUsers: 1, groups: 2 })
  expect((await views.users.page(EVERYBODY)).rows).toMatchObject([
    { displayName: 'Anna', userName: 'anna', isActive: true, groupCount: 1 },
    { displayName: 'Bo', isActive: false }
  ])
  expect(await views.users.page({ ...EVERYBODY, search: 'ANN' })).toMatchObject({ matched: 1 })
  expect(await views.users.page({ ...EVERYBODY, state: 'disabled' })).toMatchObject({ matched: 1 })
})

test('a user shows its groups with the way to them, and the exchange that set each value', async () => {
  const { views, anna, team, all, context } = await company()
  const detail = views.users.get(anna.id, context.baseUrl)
  expect(detail?.groups).toEqual([
    { group: { type: 'Group', id: team.id, name: 'Team' }, isDirect: true, via: [] },
    {
      group: { type: 'Group', id: all.id, name: 'All' },
      isDirect: false,
      via: [{ type: 'Group', id: team.id, name: 'Team' }]
    }
  ])
  expect(detail?.setBy.userName).toMatchObject({ exchangeId: 1 })
})

test('effective members carry the groups between; direct ones none', async () => {
  const { views, all, team, anna } = await company()
  const members = await views.groups.members({ ...PAGE, id: all.id, kind: 'effective', asOf: null })
  expect(members?.total).toBe(3)
  expect(members?.rows.find(({ member }) => member.id === anna.id)).toMatchObject({
    isDirect: false,
    via: [{ id: team.id }]
  })
  expect((await views.groups.page({ ...PAGE, sort: 'displayName' })).rows).toMatchObject([
    { displayName: 'All', directCount: 2, effectiveCount: 3 },
    { displayName: 'Team', directCount: 1, effectiveCount: 1 }
  ])
})

test('members as of a moment are those of that moment, by their names, though deleted since', async () => {
  const { views, team, anna, clock, directory, context } = await company()
  const before = clock.at
  clock.at += 1000
  await directory.remove(context, 'User', anna.id, { ifMatch: null })
  const at = async (asOf: number | null) =>
    (await views.groups.members({ ...PAGE, id: team.id, kind: 'effective', asOf }))?.rows.map(
      ({ member, isDeleted }) => [member.name, isDeleted]
    )
  expect(await at(null)).toEqual([])
  expect(await at(before)).toEqual([['Anna', true]])
  expect(views.users.get(anna.id, context.baseUrl)?.deleted).toEqual({ at: clock.at, exchangeId: 1 })
})

test('a cycle is shown from and to the group, and does not make it its own member', async () => {
  const { views, team, all, patch, context } = await company()
  await patch('Group', team.id, { op: 'add', path: 'members', value: [{ value: all.id }] })
  const detail = await views.groups.get(all.id, context.baseUrl)
  expect(detail?.cycles.map(cycle => cycle.map(({ name }) => name))).toEqual([['All', 'Team', 'All']])
  expect(detail?.effectiveCount).toBe(3)
  expect(detail?.resource.members).toBeUndefined()
})

test('history is newest first and outlives the resource', async () => {
  const { views, anna, directory, context } = await company()
  await directory.remove(context, 'User', anna.id, { ifMatch: null })
  expect(views.history(anna.id, null, 10).map(({ verb }) => verb)).toEqual(['deleted', 'created'])
})
