import { describe, expect, test } from 'vitest'
import {
  ENTERPRISE_SCHEMA,
  GROUP_SCHEMA,
  PATCH_OP,
  USER_SCHEMA,
  type Json,
  type JsonObject
} from '../../src/shared/scim'
import { MODES, startServer } from './server.fixture'

const user = (more: JsonObject = {}): JsonObject => ({ schemas: [USER_SCHEMA], userName: 'anna', ...more })

/**
 * Where the two modes differ: docs/entra.md has the same list. The status that the operation gets as `entra` and as `rfc`, and the
 * scimType of the refusal.
 */
const patches: [string, Json, [number, number], string?][] = [
  ['capitalised op', { op: 'Replace', path: 'title', value: 'T' }, [200, 200]],
  ['boolean as text', { op: 'replace', path: 'active', value: 'False' }, [200, 400], 'invalidValue'],
  [
    'filter without a match',
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'x' },
    [200, 400],
    'noTarget'
  ],
  ['removal of what is not there', { op: 'remove', path: 'emails[type eq "work"]' }, [200, 400], 'noTarget'],
  [
    'quoted boolean in a filter',
    { op: 'add', path: 'roles[primary eq "True"].value', value: 'x' },
    [200, 400],
    'invalidFilter'
  ],
  ['dotted key', { op: 'replace', value: { 'name.givenName': 'A' } }, [200, 400], 'invalidPath'],
  [
    'URN-prefixed key',
    { op: 'replace', value: { [`${ENTERPRISE_SCHEMA}:department`]: 'D' } },
    [200, 400],
    'invalidPath'
  ],
  [
    'manager as text',
    { op: 'add', path: `${ENTERPRISE_SCHEMA}:manager`, value: 'm' },
    [200, 400],
    'invalidValue'
  ],
  ['attribute without its URN', { op: 'replace', path: 'department', value: 'D' }, [200, 400], 'invalidPath'],
  ['unknown attribute', { op: 'replace', path: 'frobnicate', value: 'x' }, [200, 400], 'invalidPath'],
  [
    'unknown extension',
    { op: 'add', path: 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User:badge', value: 'x' },
    [200, 400],
    'invalidPath'
  ],
  ['read-only id', { op: 'replace', value: { id: 'x', title: 'T' } }, [200, 400], 'mutability'],
  ['empty path', { op: 'replace', path: '', value: { title: 'T' } }, [200, 400], 'invalidPath'],
  ['one object for a list', { op: 'add', path: 'emails', value: { value: 'x' } }, [200, 400], 'invalidValue'],
  ['by the letter', { op: 'replace', path: 'title', value: 'T' }, [200, 200]],
  ['by the letter, without path', { op: 'add', value: { name: { givenName: 'A' } } }, [200, 200]]
]

describe.each(MODES)('%s: PATCH of a user', mode => {
  test.each(patches)('%s', async (_habit, operation, statuses, scimType) => {
    const { create, patch } = await startServer(mode)
    const { status, json } = await patch(`/Users/${await create('/Users', user())}`, operation)
    expect(status).toBe(statuses[MODES.indexOf(mode)])
    if (status !== 200) expect(json.scimType).toBe(scimType)
  })
})

const bodies: [string, string, JsonObject, [number, number]][] = [
  ['no schemas', '/Users', { userName: 'a' }, [201, 400]],
  ['a legacy URI', '/Groups', { schemas: ['urn:scim:schemas:core:1.0'], displayName: 'G' }, [201, 400]],
  [
    'an extension that is not listed',
    '/Users',
    user({ [ENTERPRISE_SCHEMA]: { department: 'D' } }),
    [201, 400]
  ],
  ['an unknown attribute', '/Users', user({ frobnicate: 1 }), [201, 400]],
  ['active as text', '/Users', user({ active: 'True' }), [201, 400]],
  ['nulls and empty lists', '/Users', user({ title: null, roles: [], emails: [] }), [201, 201]],
  [
    'id, meta and groups of a copy',
    '/Users',
    user({ id: 'x', meta: { version: '1' }, groups: [] }),
    [201, 201]
  ]
]

describe.each(MODES)('%s: POST', mode => {
  test.each(bodies)('%s', async (_habit, path, body, statuses) => {
    const { send } = await startServer(mode)
    expect((await send('POST', path, body)).status).toBe(statuses[MODES.indexOf(mode)])
  })
})

test.each([
  ['externalId eq jyoung', 'unquoted-filter-value'],
  ['active eq "True"', 'quoted-boolean-in-filter'],
  ['emails[type eq "work"].value eq "x"', 'sub-attribute-of-value-path'],
  ['manager eq "x"', 'unprefixed-extension-attribute']
])('filter %s: read and noted as entra, 400 invalidFilter as rfc', async (filter, tolerance) => {
  const { engine, find, lastRow } = await startServer('entra')
  expect((await find('/Users', filter)).status).toBe(200)
  const row = await lastRow()
  const detail = await engine.console.journal.get(row!.id, { isWhole: true })
  const use = detail?.tolerances.find(({ name }) => name === tolerance)
  expect(use?.sentence).toMatch(/^[A-Z].{20,}\.$/)
  await engine.console.settings.set({ 'server.compatibility': 'rfc' })
  expect(await find('/Users', filter)).toMatchObject({ status: 400, json: { scimType: 'invalidFilter' } })
})

test('groups of one name: refused as entra and said so in the schema, allowed as rfc', async () => {
  const { engine, send, read } = await startServer('entra')
  const body = { schemas: [GROUP_SCHEMA], displayName: 'G' }
  const uniqueness = async () =>
    ((await read(`/Schemas/${GROUP_SCHEMA}`)).attributes as JsonObject[]).find(
      ({ name }) => name === 'displayName'
    )?.uniqueness
  expect((await send('POST', '/Groups', body)).status).toBe(201)
  expect((await send('POST', '/Groups', body)).status).toBe(409)
  expect(await uniqueness()).toBe('server')
  await engine.console.settings.set({ 'server.compatibility': 'rfc' })
  expect((await send('POST', '/Groups', body)).status).toBe(201)
  expect(await uniqueness()).toBe('none')
})

test('members removed by a value array: only these as entra; refused, and nobody removed, as rfc', async () => {
  const { engine, create, patch, read } = await startServer('entra')
  const ids = [await create('/Users', user()), await create('/Users', user({ userName: 'bert' }))]
  const members = ids.map(value => ({ value }))
  const path = `/Groups/${await create('/Groups', { schemas: [GROUP_SCHEMA], displayName: 'G', members })}`
  expect((await patch(path, { op: 'remove', path: 'members', value: [members[0]!] })).status).toBe(204)
  expect((await read(path)).members).toMatchObject([members[1]!])
  await engine.console.settings.set({ 'server.compatibility': 'rfc' })
  expect(await patch(path, { op: 'remove', path: 'members', value: [members[1]!] })).toMatchObject({
    status: 400,
    json: { scimType: 'invalidSyntax' }
  })
  expect((await read(path)).members).toMatchObject([members[1]!])
})

test('the switch acts at once, on the next request of a connection that is open, and the console shows it', async () => {
  const { engine, create, patch, send } = await startServer('entra')
  const path = `/Users/${await create('/Users', user())}`
  const habit = { op: 'Replace', path: 'active', value: 'False' }
  const bulk = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: [{ method: 'PATCH', path, data: { schemas: [PATCH_OP], Operations: [habit] } }]
  }
  const statusInBulk = async () =>
    ((await send('POST', '/Bulk', bulk)).json.Operations as JsonObject[])[0]?.status
  for (const [mode, status] of [
    ['entra', 200],
    ['rfc', 400],
    ['entra', 200]
  ] as const) {
    await engine.console.settings.set({ 'server.compatibility': mode })
    expect(engine.console.server.state().compatibility).toBe(mode)
    expect((await patch(path, habit)).status).toBe(status)
    expect(await statusInBulk()).toBe(String(status))
    expect((await send('PUT', path, { userName: 'anna' })).status).toBe(status)
    expect((await send('POST', '/Users/.search', { filter: 'active eq "True"' })).status).toBe(status)
    expect((await send('GET', '?filter=active+eq+%22True%22')).status).toBe(status)
  }
})
