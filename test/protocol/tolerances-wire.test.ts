import { describe, expect, test } from 'vitest'
import { TOKEN } from '../../src/main/engine/started.fixture'
import {
  ENTERPRISE_SCHEMA,
  ERROR,
  GROUP_SCHEMA,
  LIST_RESPONSE,
  USER_SCHEMA,
  type JsonObject
} from '../../src/shared/scim'
import { idsOf, startServer } from './server.fixture'

/** entra-protocol's tolerance table as docs/entra.md has it: the rows about what travels, through the whole server. */
const GUID = '7d3a1c52-0b1e-4b5e-8f0a-6c1d2e3f4a01'
const EMPTY = { schemas: [LIST_RESPONSE], totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] }
const scim = 'application/scim+json'

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

describe('T1: the probe with a random GUID, whatever attribute is mapped', () => {
  test.each([
    'userName',
    'externalId',
    'id',
    'displayName',
    'nickName',
    'emails[type eq "work"].value',
    'emails.value',
    'name.givenName',
    'phoneNumbers[type eq "mobile"].value',
    `${ENTERPRISE_SCHEMA}:employeeNumber`,
    'employeeNumber'
  ])('%s: 200 and an empty list', async attribute => {
    const { create, find } = await startServer()
    await create('/Users', user('anna'))
    const answer = await find('/Users', `${attribute} eq "${GUID}"`)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': scim }, json: EMPTY })
  })
})

test('T2: the group probe: 200 and an empty list', async () => {
  const { send } = await startServer()
  const path = `/Groups?excludedAttributes=members&filter=displayName+eq+%22${GUID}%22`
  expect(await send('GET', path)).toMatchObject({ status: 200, json: EMPTY })
})

test('T3: no User-Agent and no Accept; an Accept that names something else is not refused either', async () => {
  const { send, sendRaw } = await startServer()
  const bare = await sendRaw('/scim/v2/Users', { headers: { Authorization: `Bearer ${TOKEN}` } })
  expect(bare).toMatchObject({ status: 200, headers: { 'content-type': scim } })
  for (const Accept of ['*/*', 'application/json', 'application/scim+json', 'text/html'])
    expect((await send('GET', '/Users', undefined, { Accept })).status).toBe(200)
})

test.each([
  'application/scim+json; charset=utf-8',
  'application/scim+json;charset=UTF-8',
  'application/scim+json; charset="utf-8"',
  'application/scim+json',
  'application/json',
  'application/json; charset=utf-8',
  'Application/SCIM+JSON'
])('T4: a body of type %s is read; the answer is application/scim+json, exactly', async type => {
  const { send } = await startServer()
  const answer = await send('POST', '/Users', user('anna'), { 'Content-Type': type })
  expect(answer).toMatchObject({ status: 201, headers: { 'content-type': scim } })
})

test.each([
  'userName+eq+%22anna%40contoso.example%22',
  'userName%20eq%20%22anna%40contoso.example%22',
  'userName%20eq+"anna@contoso.example"',
  'emails%5btype+eq+%22work%22%5d.value+eq+%22anna%40contoso.example%22',
  'emails%5Btype+eq+%22work%22%5D.value+eq+%22anna%40contoso.example%22',
  'userName+eq+%22%61nna%40contoso%2eexample%22'
])('T5: %s finds her', async filter => {
  const { create, send } = await startServer()
  const id = await create(
    '/Users',
    user('anna@contoso.example', { emails: [{ type: 'work', value: 'anna@contoso.example' }] })
  )
  await create('/Users', user('bert@contoso.example'))
  expect(idsOf((await send('GET', `/Users?filter=${filter}`)).json as JsonObject)).toEqual([id])
})

test.each(['aadOptscim062020', 'aadOptSCIM062020=true', 'AzureAdScimPatch2017', 'x=1&y', '&&='])(
  'T6: the unknown query key %s is ignored, on every kind of request',
  async flag => {
    const { create, send } = await startServer()
    const id = await create(`/Users?${flag}`, user('anna'))
    expect((await send('GET', `/Users?${flag}&filter=userName+eq+%22anna%22`)).json.totalResults).toBe(1)
    expect((await send('GET', `/Users/${id}?${flag}`)).status).toBe(200)
    expect((await send('PUT', `/Users/${id}?${flag}`, user('anna'))).status).toBe(200)
    expect((await send('GET', `/Schemas?${flag}`)).status).toBe(200)
    expect((await send('DELETE', `/Users/${id}?${flag}`)).status).toBe(204)
  }
)

test.each(['/Users', '/Users/', '//Users', '/Users/?aadOptscim062020', '//Users//'])(
  'T7: %s behind the Tenant URL, with or without its slash',
  async path => {
    const { send } = await startServer()
    expect((await send('POST', path, user('anna'))).status).toBe(201)
    expect((await send('GET', path)).json.totalResults).toBe(1)
  }
)

test('T8: op names in any case, answered as usual', async () => {
  const { create, patch } = await startServer()
  const path = `/Users/${await create('/Users', user('anna'))}`
  for (const op of ['Add', 'REPLACE', 'replace'])
    expect(await patch(path, { op, path: 'title', value: op })).toMatchObject({
      status: 200,
      json: { title: op }
    })
  expect((await patch(path, { op: 'Remove', path: 'title' })).json).not.toHaveProperty('title')
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
  const [anna, bert] = [await create('/Users', user('anna')), await create('/Users', user('bert'))]
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

test.each([
  [['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group']],
  [['urn:scim:schemas:core:1.0']],
  [['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group', GROUP_SCHEMA]]
])('T28: schemas %j are read as a group; the answer has the real ones', async schemas => {
  const { send } = await startServer()
  const answer = await send('POST', '/Groups', { schemas, displayName: 'G' })
  expect(answer).toMatchObject({ status: 201, json: { schemas: [GROUP_SCHEMA] } })
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

test('T35: userName and a group’s displayName are found in another case; externalId and id are not', async () => {
  const { create, find } = await startServer()
  const id = await create('/Users', user('Ånna@Contoso.example', { externalId: 'Ext-1' }))
  await create('/Groups', group('Straße Ost', { externalId: 'Ext-2' }))
  const total = async (endpoint: string, filter: string) => (await find(endpoint, filter)).json.totalResults
  expect(await total('/Users', 'userName eq "ÅNNA@contoso.EXAMPLE"')).toBe(1)
  expect(await total('/Groups', 'displayName eq "STRASSE OST"')).toBe(1)
  expect(await total('/Users', 'externalId eq "ext-1"')).toBe(0)
  expect(await total('/Groups', 'externalId eq "ext-2"')).toBe(0)
  expect(await total('/Users', `id eq "${id.toUpperCase()}"`)).toBe(/[a-z]/.test(id) ? 0 : 1)
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
  const ids: string[] = []
  for (let at = 0; at < 1000; at++) ids.push(await create('/Users', user(`u${at}`)))
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

test.each([
  'anna_o’malley_contoso.com#EXT#@fabrikam.example',
  "o'malley@contoso.example",
  'Þórður Ægisson',
  '张伟@例子.example',
  '😀 emoji & <tags> "quotes" \\ back',
  'e\u0301 and é are both kept'
])('T42: %s is stored, found and returned verbatim', async userName => {
  const { create, read, find } = await startServer()
  const id = await create('/Users', user(userName, { displayName: userName }))
  expect(await read(`/Users/${id}`)).toMatchObject({ userName, displayName: userName })
  const { json } = await find('/Users', `userName eq ${JSON.stringify(userName)}`)
  expect(idsOf(json as JsonObject)).toEqual([id])
})

test('T43: fifty requests at once are all answered, writes among them, and one of them that fails hurts nobody', async () => {
  const { send } = await startServer()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      at % 5 === 4 ? send('POST', '/Users', { userName: 7 }) : send('POST', '/Users', user(`u${at}`))
    )
  )
  expect(answers.map(({ status }) => status)).toEqual(
    Array.from({ length: 50 }, (_, at) => (at % 5 === 4 ? 400 : 201))
  )
  expect((await send('GET', '/Users')).json.totalResults).toBe(40)
})

describe('T44: an unsupported filter or path is 400 with the right scimType, as JSON', () => {
  test.each([
    ['frobnicate eq "x"'],
    ['userName xx "x"'],
    ['userName eq'],
    ['active gt true'],
    ['emails[type eq "work"'],
    ['name eq "x"'],
    ['urn:nobody:2.0:User:x eq "y"']
  ])('filter %s', async filter => {
    const { find } = await startServer()
    expect(await find('/Users', filter)).toMatchObject({
      status: 400,
      headers: { 'content-type': scim },
      json: { schemas: [ERROR], status: '400', scimType: 'invalidFilter' }
    })
  })

  test.each([
    ['emails[type eq "work"', 'invalid'],
    ['name.givenName.more', 'invalidPath'],
    ['emails[frob eq "x"].value', 'invalidFilter'],
    ['title[value eq "x"]', 'invalidPath'],
    ['..', 'invalidPath']
  ])('path %s', async (path, scimType) => {
    const { create, patch } = await startServer()
    const id = await create('/Users', user('anna'))
    const answer = await patch(`/Users/${id}`, { op: 'Replace', path, value: 'x' })
    expect(answer).toMatchObject({ status: 400, json: { schemas: [ERROR] } })
    expect(answer.json.scimType).toMatch(scimType)
  })
})

test('T45: something unexpected inside is 500 as SCIM JSON, without any of our insides', async () => {
  const { engine } = await startServer()
  const server = engine.newServer()
  server.addHook('preHandler', () => {
    throw new TypeError('secret insides at /home/somebody')
  })
  const answer = await server.inject({ url: '/scim/v2/Users', headers: { authorization: `Bearer ${TOKEN}` } })
  expect(answer.statusCode).toBe(500)
  expect(answer.headers['content-type']).toBe(scim)
  expect(answer.json()).toMatchObject({ schemas: [ERROR], status: '500' })
  expect(answer.body).not.toContain('insides')
  await server.close()
})
