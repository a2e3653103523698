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

test.each([
  [['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group']],
  [['urn:scim:schemas:core:1.0']],
  [['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group', GROUP_SCHEMA]]
])('T28: schemas %j are read as a group; the answer has the real ones', async schemas => {
  const { send } = await startServer()
  const answer = await send('POST', '/Groups', { schemas, displayName: 'G' })
  expect(answer).toMatchObject({ status: 201, json: { schemas: [GROUP_SCHEMA] } })
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
