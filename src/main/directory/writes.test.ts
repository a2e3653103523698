import { expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA } from '../../shared/scim'
import { ALL, openDirectory, UNCONDITIONAL } from './directory.fixture'

const managerPath = `${ENTERPRISE_SCHEMA}:manager`

test('of 100 parallel creates of one userName one succeeds and 99 are told who has it', async () => {
  const { user, list } = openDirectory()
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, (_, n) => user(n % 2 ? 'ANNA' : 'anna'))
  )
  const refused = results.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(99)
  expect(refused[0]).toMatchObject({
    reason: { status: 409, scimType: 'uniqueness', detail: expect.stringContaining('id-1') }
  })
  expect((await list(['User'])).totalResults).toBe(1)
})

test('parallel patches of one group lose nothing', async () => {
  const { user, group, patch, find } = openDirectory()
  const users = await Promise.all(Array.from({ length: 20 }, (_, n) => user(`user-${n}`)))
  const { id } = await group('Team')
  await Promise.all(
    users.map(one => patch('Group', id, { op: 'add', path: 'members', value: [{ value: one.id }] }))
  )
  expect((await find('Group', id)).resource.members).toHaveLength(20)
})

test('a taken group name is 409 for Entra, without case, and allowed by the letter', async () => {
  const { directory, context, group } = openDirectory()
  await group('All staff')
  await expect(group('ALL STAFF')).rejects.toMatchObject({ status: 409 })
  const rfc = { ...context, compatibility: 'rfc' as const }
  const body = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'All staff' }
  await expect(directory.create(rfc, 'Group', body, ALL)).resolves.toMatchObject({ hasChange: true })
})

test('a rename frees the old userName', async () => {
  const { user, patch } = openDirectory()
  const { id } = await user('anna', { displayName: 'Anna' })
  const { story } = await patch('User', id, { op: 'replace', path: 'userName', value: 'anne' })
  expect(story).toMatchObject({ kind: 'renamed', from: 'anna', to: 'anne' })
  await expect(user('anna')).resolves.toBeDefined()
})

test('setting what is set already changes neither version nor lastModified', async () => {
  const { user, patch, find, clock } = openDirectory()
  const { id, etag } = await user('anna', { displayName: 'Anna' })
  const before = (await find('User', id)).resource
  clock.at += 1000
  const again = await patch('User', id, { op: 'replace', path: 'displayName', value: 'Anna' })
  expect(again).toMatchObject({ hasChange: false, etag, story: { kind: 'unchanged' } })
  expect((await find('User', id)).resource).toEqual(before)
})

test('adding a present member and removing an absent one succeed without effect', async () => {
  const { user, group, patch } = openDirectory()
  const anna = await user('anna')
  const { id, etag } = await group('Team', [anna.id])
  const member = [{ value: anna.id }]
  expect(await patch('Group', id, { op: 'add', path: 'members', value: member })).toMatchObject({
    hasChange: false,
    etag
  })
  await patch('Group', id, { op: 'remove', path: 'members', value: member })
  expect(await patch('Group', id, { op: 'remove', path: 'members', value: member })).toMatchObject({
    hasChange: false
  })
})

test('an unknown member is named and nothing of the request is applied', async () => {
  const { user, group, patch, find } = openDirectory()
  const anna = await user('anna')
  const { id } = await group('Team')
  await expect(
    patch(
      'Group',
      id,
      { op: 'replace', path: 'displayName', value: 'Other' },
      { op: 'add', path: 'members', value: [{ value: anna.id }, { value: 'nobody' }] }
    )
  ).rejects.toMatchObject({
    status: 400,
    scimType: 'invalidValue',
    detail: expect.stringContaining('nobody')
  })
  expect((await find('Group', id)).resource).toMatchObject({ displayName: 'Team', members: [] })
})

test('members are removed by a filter on what they are called', async () => {
  const { user, group, patch, find } = openDirectory()
  const [anna, bo] = [await user('a', { displayName: 'Anna' }), await user('b', { displayName: 'Bo' })]
  const { id } = await group('Team', [anna.id, bo.id])
  await patch('Group', id, { op: 'remove', path: 'members[display sw "an"]' })
  expect((await find('Group', id)).resource.members).toMatchObject([{ value: bo.id }])
})

test('a stale If-Match is 412 for PUT, PATCH and DELETE, and changes nothing', async () => {
  const { directory, context, user, find } = openDirectory()
  const { id } = await user('anna')
  const stale = { ...UNCONDITIONAL, ifMatch: 'W/"7"' }
  const wanted = { status: 412 }
  await expect(directory.replace(context, 'User', id, { userName: 'x' }, stale)).rejects.toMatchObject(wanted)
  await expect(directory.patch(context, 'User', id, { Operations: [] }, stale)).rejects.toMatchObject(wanted)
  await expect(directory.remove(context, 'User', id, stale)).rejects.toMatchObject(wanted)
  expect((await find('User', id)).resource).toMatchObject({ userName: 'anna' })
})

test('a manager who is not here is kept without a name, and named once here', async () => {
  const { user, patch, find } = openDirectory()
  const anna = await user('anna')
  await patch('User', anna.id, { op: 'Add', path: managerPath, value: 'id-2' })
  expect((await find('User', anna.id)).resource[ENTERPRISE_SCHEMA]).toEqual({ manager: { value: 'id-2' } })
  const boss = await user('boss', { displayName: 'The boss' })
  expect(boss.id).toBe('id-2')
  expect((await find('User', anna.id)).resource[ENTERPRISE_SCHEMA]).toMatchObject({
    manager: { value: 'id-2', displayName: 'The boss' }
  })
})

test('who is deleted leaves the groups and is nobody’s manager any more, each recorded as a change', async () => {
  const { directory, context, user, group, find, stores } = openDirectory()
  const [boss, anna] = [
    await user('boss'),
    await user('anna', { [ENTERPRISE_SCHEMA]: { manager: { value: 'id-1' } } })
  ]
  const team = await group('Team', [boss.id, anna.id])
  await directory.remove({ ...context, exchangeId: 77 }, 'User', boss.id, { ifMatch: null })

  expect((await find('Group', team.id)).resource).toMatchObject({
    members: [{ value: anna.id }],
    meta: { version: 'W/"2"' }
  })
  expect((await find('User', anna.id)).resource[ENTERPRISE_SCHEMA]).toBeUndefined()
  expect(stores.changes.byExchange(77).map(({ verb, resource }) => [verb, resource.id])).toEqual([
    ['updated', team.id],
    ['updated', anna.id],
    ['deleted', boss.id]
  ])
  await expect(user('boss')).resolves.toBeDefined()
})

test('a group in a cycle can be read, patched and deleted', async () => {
  const { directory, context, group, patch, find } = openDirectory()
  const [one, two] = [await group('One'), await group('Two')]
  await patch('Group', one.id, { op: 'add', path: 'members', value: [{ value: two.id }, { value: one.id }] })
  await patch('Group', two.id, { op: 'add', path: 'members', value: [{ value: one.id }] })
  await directory.remove(context, 'Group', one.id, { ifMatch: null })
  expect((await find('Group', two.id)).resource.members).toEqual([])
})
