import { expect, test } from 'vitest'
import { startEngine } from './started.fixture'

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

test('a hundred creates of one userName at once: one is made, 99 are told that it is taken', async () => {
  const { send } = await startEngine()
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      send('POST', '/Users', { userName: n % 2 ? 'Anna@x.y' : 'anna@X.Y' })
    )
  )
  const statuses = answers.map(({ status }) => status)
  expect([
    statuses.filter(status => status === 201).length,
    statuses.filter(status => status === 409).length
  ]).toEqual([1, 99])
  expect((await send('GET', '/Users?count=0')).json.totalResults).toBe(1)
})

test('PATCHes of one group at once: none is lost, each is a version', async () => {
  const { send } = await startEngine()
  const people = await Promise.all(
    Array.from({ length: 60 }, (_, n) => send('POST', '/Users', { userName: `user${n}` }))
  )
  const ids = people.map(({ json }) => String(json.id))
  const group = await send('POST', '/Groups', {
    displayName: 'Team',
    members: ids.slice(0, 20).map(value => ({ value }))
  })
  const patch = (operation: object) =>
    send('PATCH', `/Groups/${String(group.json.id)}`, { schemas: [PATCH], Operations: [operation] })

  const answers = await Promise.all([
    ...ids.slice(20).map(value => patch({ op: 'add', path: 'members', value: [{ value }] })),
    ...ids.slice(0, 20).map(value => patch({ op: 'remove', path: `members[value eq "${value}"]` }))
  ])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
  const after = await send('GET', `/Groups/${String(group.json.id)}`)
  const members = after.json.members as { value: string }[]
  expect(members.map(({ value }) => value).toSorted()).toEqual(ids.slice(20).toSorted())
  expect(after.headers.etag).toBe('W/"61"')
})

test('a clock that is set back loses nothing: writes, pages, the log and its order go on', async () => {
  let now = Date.UTC(2026, 5, 1)
  const { send, rows } = await startEngine({ clock: { now: () => now } })
  const first = await send('POST', '/Users', { userName: 'first' })
  now -= 3_600_000
  const second = await send('POST', '/Users', { userName: 'second' })
  const path = `/Users/${String(first.json.id)}`
  const changed = await send('PATCH', path, {
    schemas: [PATCH],
    Operations: [{ op: 'replace', path: 'title', value: 'x' }]
  })
  expect([second.status, changed.status, changed.headers.etag]).toEqual([201, 200, 'W/"2"'])

  const listed = (await send('GET', '/Users')).json.Resources as { userName: string }[]
  expect(listed.map(({ userName }) => userName)).toEqual(['first', 'second'])
  const ids = (await rows()).map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
})
