import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from '../../src/shared/scim'
import { MODES, startServer } from './server.fixture'

describe.each(MODES)('RFC 7644 §3.5.1, PUT, %s', mode => {
  test('a group without members loses its members', async () => {
    const { send, create } = await startServer(mode)
    const user = await create('/Users', { schemas: [USER_SCHEMA], userName: 'a' })
    const members = [{ value: user }]
    const group = await create('/Groups', { schemas: [GROUP_SCHEMA], displayName: 'G', members })

    const listed = { schemas: [GROUP_SCHEMA], displayName: 'G', members }
    expect((await send('PUT', `/Groups/${group}`, listed)).json.members).toMatchObject(members)
    const put = await send('PUT', `/Groups/${group}`, { schemas: [GROUP_SCHEMA], displayName: 'G' })
    expect(put).toMatchObject({ status: 200, json: { displayName: 'G' } })
    expect(put.json.members ?? []).toEqual([])
    expect((await send('GET', `/Groups/${group}`)).json.members ?? []).toEqual([])
  })

  test.each([[null], [[]]])('members %j empty the group too', async empty => {
    const { send, create } = await startServer(mode)
    const user = await create('/Users', { schemas: [USER_SCHEMA], userName: 'a' })
    const members = [{ value: user }]
    const group = await create('/Groups', { schemas: [GROUP_SCHEMA], displayName: 'G', members })
    const body = { schemas: [GROUP_SCHEMA], displayName: 'G', members: empty }
    expect((await send('PUT', `/Groups/${group}`, body)).status).toBe(200)
    expect((await send('GET', `/Groups/${group}`)).json.members ?? []).toEqual([])
  })

  test('what is not listed is cleared, but active stays as it was', async () => {
    const { send, create } = await startServer(mode)
    const id = await create('/Users', {
      schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA],
      userName: 'a',
      active: false,
      title: 'Boss',
      externalId: 'x',
      name: { givenName: 'A', familyName: 'B' },
      emails: [{ value: 'a@b.example', type: 'work' }],
      [ENTERPRISE_SCHEMA]: { department: 'D', manager: { value: 'm' } }
    })
    const { json } = await send('PUT', `/Users/${id}`, {
      schemas: [USER_SCHEMA],
      userName: 'a',
      name: { givenName: 'A' }
    })
    expect(json).toEqual({
      schemas: [USER_SCHEMA],
      id,
      userName: 'a',
      active: false,
      name: { givenName: 'A' },
      meta: expect.objectContaining({ version: 'W/"2"' })
    })
    expect((await send('GET', `/Users/${id}`)).json).toEqual(json)
  })

  test('the same resource again changes nothing, lastModified included', async () => {
    const { send, create } = await startServer(mode)
    const id = await create('/Users', { schemas: [USER_SCHEMA], userName: 'a', title: 'T' })
    const { json: before } = await send('GET', `/Users/${id}`)
    const { status, json } = await send('PUT', `/Users/${id}`, before)
    expect(status).toBe(200)
    expect(json).toEqual(before)
  })
})

test.each([
  ['emails', 'not-a-list'],
  ['emails', ['anna@contoso.example']],
  ['phoneNumbers', 'x'],
  ['addresses', 'x'],
  ['roles', ['admin']],
  ['x509Certificates', 'abc'],
  ['name', 'Anna'],
  ['active', 'yes'],
  ['userName', 5],
  ['title', { value: 'x', other: 1 }],
  ['meta', 5],
  ['externalId', ['a', 'b']]
])('%s as %j is refused or ignored, never stored', async (name, value) => {
  const { send } = await startServer()
  const posted = await send('POST', '/Users', { schemas: [USER_SCHEMA], userName: 'a', [name]: value })
  if (name === 'meta') return expect(posted.status).toBe(201)
  expect(posted).toMatchObject({ status: 400, json: { scimType: 'invalidValue' } })
  expect(posted.json.detail).toContain(name)
  expect((await send('GET', '/Users')).json.totalResults).toBe(0)
})
