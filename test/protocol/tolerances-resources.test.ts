import { expect, test } from 'vitest'
import {
  BULK_REQUEST,
  ENTERPRISE_SCHEMA,
  ERROR,
  GROUP_SCHEMA,
  USER_SCHEMA,
  type JsonObject
} from '../../src/shared/scim'
import { startServer } from './server.fixture'

/** entra-protocol's tolerance table as docs/entra.md has it: the rows about what becomes of resources, through the whole server. */

const user = (userName: string, more: JsonObject = {}): JsonObject => ({
  schemas: [USER_SCHEMA],
  userName,
  ...more
})
const group = (displayName: string, more: JsonObject = {}): JsonObject => ({
  schemas: [GROUP_SCHEMA],
  displayName,
  ...more
})

test('T21: removing what is not there: 200 with the same version, 204 for a group', async () => {
  const { create, patch, read } = await startServer()
  const path = `/Users/${await create('/Users', user('anna'))}`
  const before = await read(path)
  const answer = await patch(
    path,
    { op: 'Remove', path: 'title' },
    { op: 'Remove', path: 'emails[type eq "work"].value' },
    { op: 'Remove', path: `${ENTERPRISE_SCHEMA}:manager` }
  )
  expect(answer).toMatchObject({ status: 200, json: before })
  const id = await create('/Groups', group('G'))
  expect(
    (await patch(`/Groups/${id}`, { op: 'Remove', path: 'members', value: [{ value: 'nobody' }] })).status
  ).toBe(204)
})

test('T24: $ref null or absolute inside member values is ignored', async () => {
  const { create, patch, read } = await startServer()
  const [anna, bert] = [
    await create('/Users', user('a', { displayName: 'anna' })),
    await create('/Users', user('bert'))
  ]
  const path = `/Groups/${await create('/Groups', group('G'))}`
  const values = [
    { $ref: null, value: anna },
    { $ref: 'https://elsewhere.example/Users/x', value: bert }
  ]
  expect((await patch(path, { op: 'Add', path: 'members', value: values })).status).toBe(204)
  const { members } = await read(path)
  expect(members).toMatchObject([
    { value: anna, $ref: expect.stringContaining(`/scim/v2/Users/${anna}`), display: 'anna', type: 'User' },
    { value: bert, $ref: expect.stringContaining(`/scim/v2/Users/${bert}`) }
  ])
})

test('T26: excludedAttributes=members leaves members out, by id and by filter', async () => {
  const { create, send } = await startServer()
  const member = { value: await create('/Users', user('anna')) }
  const id = await create('/Groups', group('G', { members: [member] }))
  for (const name of ['members', 'MEMBERS', `${GROUP_SCHEMA}:members`]) {
    const byId = await send('GET', `/Groups/${id}?excludedAttributes=${name}`)
    expect(byId).toMatchObject({ status: 200, json: { id, displayName: 'G' } })
    expect(byId.json).not.toHaveProperty('members')
    const byFilter = await send('GET', `/Groups?excludedAttributes=${name}&filter=displayName+eq+%22G%22`)
    expect((byFilter.json.Resources as JsonObject[])[0]).toMatchObject({ id })
    expect((byFilter.json.Resources as JsonObject[])[0]).not.toHaveProperty('members')
  }
  expect((await send('GET', `/Groups/${id}`)).json.members).toMatchObject([member])
})

test('T27: the reference checks: id and members, id and manager', async () => {
  const { create, find } = await startServer()
  const boss = await create('/Users', user('boss'))
  const anna = await create('/Users', user('anna', { [ENTERPRISE_SCHEMA]: { manager: { value: boss } } }))
  const id = await create('/Groups', group('G', { members: [{ value: anna }] }))
  const total = async (endpoint: string, filter: string) =>
    (await find(endpoint, filter, '&attributes=id')).json.totalResults
  expect(await total('/Groups', `id eq "${id}" and members eq "${anna}"`)).toBe(1)
  expect(await total('/Groups', `id eq "${id}" and members eq "${boss}"`)).toBe(0)
  expect(await total('/Groups', `members eq "${anna}" and id eq "${id}"`)).toBe(1)
  expect(await total('/Users', `id eq "${anna}" and manager eq "${boss}"`)).toBe(1)
  expect(await total('/Users', `id eq "${anna}" and ${ENTERPRISE_SCHEMA}:manager eq "${boss}"`)).toBe(1)
  expect(await total('/Users', `id eq "${boss}" and manager eq "${anna}"`)).toBe(0)
  const { json } = await find('/Users', `id eq "${anna}" and manager eq "${boss}"`, '&attributes=id')
  expect(json.Resources).toEqual([{ schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA], id: anna }])
})

test('T34: phones, case and blanks come back as they were sent, from POST, GET and the list', async () => {
  const { create, read, find } = await startServer()
  const sent = {
    displayName: '  Anna  LINDQVIST ',
    phoneNumbers: [{ type: 'work', value: '+46 8 555 010 01 ;ext= 5' }],
    emails: [{ type: 'work', value: 'Anna.Lindqvist@CONTOSO.example' }],
    locale: 'xx-not-a-locale',
    timezone: 'Mars/Olympus'
  }
  const id = await create('/Users', user('Anna@Contoso.Example', sent))
  expect(await read(`/Users/${id}`)).toMatchObject({ userName: 'Anna@Contoso.Example', ...sent })
  const { json } = await find('/Users', 'userName eq "anna@contoso.example"')
  expect((json.Resources as JsonObject[])[0]).toMatchObject(sent)
})

test('T36: a disabled user stays visible by id, by filter, in lists and in groups', async () => {
  const { create, patch, read, find, send } = await startServer()
  const id = await create('/Users', user('anna', { active: true }))
  const groupId = await create('/Groups', group('G', { members: [{ value: id }] }))
  expect((await patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' })).json.active).toBe(
    false
  )
  expect((await read(`/Users/${id}`)).active).toBe(false)
  const { json } = await find('/Users', 'userName eq "anna"')
  expect(json).toMatchObject({ totalResults: 1, Resources: [{ id, active: false }] })
  expect((await send('GET', '/Users')).json.totalResults).toBe(1)
  expect((await read(`/Groups/${groupId}`)).members).toMatchObject([{ value: id }])
  const again = await patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'True' })
  expect(again.json).toMatchObject({ active: true, groups: [{ value: groupId }] })
})

test('T37: a repeated POST is 409 uniqueness and says who has the name; a disabled user keeps it', async () => {
  const { create, send, patch } = await startServer()
  const id = await create('/Users', user('Anna'))
  await patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' })
  const again = await send('POST', '/Users', user('anna'))
  expect(again).toMatchObject({
    status: 409,
    json: { schemas: [ERROR], status: '409', scimType: 'uniqueness' }
  })
  expect(again.json.detail).toContain(id)
  await create('/Groups', group('G'))
  expect((await send('POST', '/Groups', group('g'))).status).toBe(409)
})

test.each(['/Users', '/Groups'])(
  'T38: DELETE on %s twice: 204, then 404; the name is free again',
  async endpoint => {
    const { create, send } = await startServer()
    const body = endpoint === '/Users' ? user('anna') : group('G')
    const id = await create(endpoint, body)
    expect(await send('DELETE', `${endpoint}/${id}`)).toMatchObject({ status: 204, text: '' })
    expect(await send('DELETE', `${endpoint}/${id}`)).toMatchObject({
      status: 404,
      json: { schemas: [ERROR] }
    })
    expect((await send('GET', `${endpoint}/${id}`)).status).toBe(404)
    expect(await create(endpoint, body)).not.toBe(id)
  }
)

test('T39: a PATCH that fails half way changes nothing: user, group and members', async () => {
  const { create, patch, read } = await startServer()
  const anna = await create('/Users', user('anna', { title: 'T' }))
  await create('/Users', user('bert'))
  const groupId = await create('/Groups', group('G', { members: [{ value: anna }] }))
  const [userBefore, groupBefore] = [await read(`/Users/${anna}`), await read(`/Groups/${groupId}`)]

  const failing = [
    await patch(
      `/Users/${anna}`,
      { op: 'Replace', path: 'title', value: 'X' },
      { op: 'Replace', path: 'userName', value: 'BERT' }
    ),
    await patch(
      `/Users/${anna}`,
      { op: 'Replace', path: 'title', value: 'X' },
      { op: 'Replace', path: 'emails', value: 'x' }
    ),
    await patch(
      `/Groups/${groupId}`,
      { op: 'Remove', path: 'members' },
      { op: 'Add', path: 'members', value: [{ value: 'nobody' }] }
    ),
    await patch(
      `/Groups/${groupId}`,
      { op: 'Replace', path: 'displayName', value: 'H' },
      { op: 'frobnicate', path: 'members' }
    )
  ]
  expect(failing.map(({ status }) => status)).toEqual([409, 400, 400, 400])
  expect(failing[2]!.json.detail).toContain('nobody')
  expect(await read(`/Users/${anna}`)).toEqual(userBefore)
  expect(await read(`/Groups/${groupId}`)).toEqual(groupBefore)
})

test('T40: 200 operations in one PATCH and 1,000 members in one operation', async () => {
  const { create, patch, read, send } = await startServer()
  const Operations = Array.from({ length: 1000 }, (_, at) => ({
    method: 'POST',
    path: '/Users',
    bulkId: `u${at}`,
    data: user(`u${at}`)
  }))
  const bulk = (await send('POST', '/Bulk', { schemas: [BULK_REQUEST], Operations })).json as JsonObject
  const ids = (bulk.Operations as { location: string }[]).map(({ location }) => location.split('/').at(-1)!)
  const path = `/Groups/${await create('/Groups', group('G'))}`
  const value = ids.map(id => ({ value: id }))
  expect((await patch(path, { op: 'Add', path: 'members', value })).status).toBe(204)
  expect(((await read(path)).members as JsonObject[]).length).toBe(1000)
  const operations = Array.from({ length: 200 }, (_, at) => ({
    op: 'Replace',
    path: 'title',
    value: `${at}`
  }))
  expect(await patch(`/Users/${ids[0]!}`, ...operations)).toMatchObject({
    status: 200,
    json: { title: '199' }
  })
  const removed = value.slice(0, 999)
  expect((await patch(path, { op: 'Remove', path: 'members', value: removed })).status).toBe(204)
  expect((await send('GET', path)).json.members).toMatchObject([{ value: ids[999] }])
})

test('T41: a custom extension that schemas does not list is kept and listed in the answer', async () => {
  const { send, read } = await startServer()
  const URN = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User'
  const { status, json } = await send('POST', '/Users', user('anna', { [URN]: { badge: 'B-1' } }))
  expect({ status, json }).toMatchObject({
    status: 201,
    json: { schemas: [USER_SCHEMA, URN], [URN]: { badge: 'B-1' } }
  })
  expect(await read(`/Users/${String(json.id)}`)).toMatchObject({ [URN]: { badge: 'B-1' } })
})
