import { expect, test } from 'vitest'
import { openDirectory } from './directory.fixture'

test('a created user is read, found, changed and deleted', async () => {
  const { directory, context, user, patch, list, find } = openDirectory()
  const { id, story } = await user('anna@contoso.example', { displayName: 'Anna', active: true })
  expect(story).toEqual({ kind: 'created', resource: { type: 'User', id, name: 'Anna' } })
  expect((await find('User', id)).resource).toMatchObject({ id, userName: 'anna@contoso.example' })
  expect((await list(['User'], { filter: 'userName eq "ANNA@contoso.example"' })).totalResults).toBe(1)
  expect((await patch('User', id, { op: 'Replace', path: 'active', value: 'False' })).story.kind).toBe(
    'disabled'
  )
  await directory.remove(context, 'User', id, { ifMatch: null })
  await expect(find('User', id)).rejects.toMatchObject({ status: 404 })
})

test('members come and go, and the user knows its groups', async () => {
  const { user, group, patch, find } = openDirectory()
  const anna = await user('anna')
  const inner = await group('Inner', [anna.id])
  const outer = await group('Outer', [inner.id])
  expect((await find('User', anna.id)).resource.groups).toMatchObject([
    { value: inner.id, type: 'direct' },
    { value: outer.id, type: 'indirect' }
  ])
  const removed = await patch('Group', inner.id, {
    op: 'Remove',
    path: 'members',
    value: [{ value: anna.id }]
  })
  expect(removed.story).toMatchObject({ kind: 'members-changed', removedCount: 1 })
  expect((await find('User', anna.id)).resource.groups).toBeUndefined()
})
