import { describe, expect, test } from 'vitest'
import {
  BULK_REQUEST,
  BULK_RESPONSE,
  ENTERPRISE_SCHEMA,
  ERROR,
  GROUP_SCHEMA,
  PATCH_OP,
  USER_SCHEMA,
  type JsonObject
} from '../../src/shared/scim'
import { MODES, startServer } from './server.fixture'

const user = (userName: string, more: JsonObject = {}): JsonObject => ({
  schemas: [USER_SCHEMA],
  userName,
  ...more
})
const group = (displayName: string, ...members: string[]): JsonObject => ({
  schemas: [GROUP_SCHEMA],
  displayName,
  members: members.map(value => ({ value }))
})
const managed = (userName: string, manager: string) => ({
  ...user(userName, { [ENTERPRISE_SCHEMA]: { manager: { value: manager } } }),
  schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA]
})
const post = (path: string, bulkId: string, data: JsonObject) => ({ method: 'POST', path, bulkId, data })

async function started(mode: (typeof MODES)[number] = 'entra') {
  const server = await startServer(mode)
  const bulk = async (Operations: JsonObject[], more: JsonObject = {}) => {
    const answer = await server.send('POST', '/Bulk', { schemas: [BULK_REQUEST], Operations, ...more })
    return { ...answer, operations: (answer.json.Operations ?? []) as JsonObject[] }
  }
  const idIn = ({ location }: JsonObject) => String(location).split('/').at(-1)!
  return { ...server, bulk, idIn }
}

describe.each(MODES)('RFC 7644 §3.7, %s', mode => {
  test('all four methods, each answered with its location, version and status', async () => {
    const { bulk, create, read } = await started(mode)
    const ids = [
      await create('/Users', user('a')),
      await create('/Users', user('b')),
      await create('/Users', user('c'))
    ]
    const patch = { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: 'title', value: 'T' }] }
    const { status, json, operations } = await bulk([
      post('/Users', 'new', user('d')),
      { method: 'PUT', path: `/Users/${ids[0]!}`, version: 'W/"1"', data: user('a2') },
      { method: 'PATCH', path: `/Users/${ids[1]!}`, data: patch },
      { method: 'DELETE', path: `/Users/${ids[2]!}` }
    ])
    expect({ status, schemas: json.schemas }).toEqual({ status: 200, schemas: [BULK_RESPONSE] })
    expect(operations).toMatchObject([
      {
        method: 'POST',
        bulkId: 'new',
        version: 'W/"1"',
        status: '201',
        location: expect.stringContaining('/scim/v2/Users/')
      },
      { method: 'PUT', version: 'W/"2"', status: '200', location: expect.stringContaining(ids[0]!) },
      { method: 'PATCH', version: 'W/"2"', status: '200' },
      { method: 'DELETE', status: '204', location: expect.stringContaining(ids[2]!) }
    ])
    expect(await read(`/Users/${ids[0]!}`)).toMatchObject({ userName: 'a2' })
    expect(await read(`/Users/${ids[1]!}`)).toMatchObject({ title: 'T' })
  })

  test('§3.7.2: a reference forward, backward and in a path', async () => {
    const { bulk, read, idIn } = await started(mode)
    const { operations } = await bulk([
      post('/Groups', 'g', group('G', 'bulkId:u', 'bulkId:later')),
      post('/Users', 'u', user('u')),
      post('/Users', 'later', managed('later', 'bulkId:u')),
      {
        method: 'PATCH',
        path: '/Users/bulkId:u',
        data: { schemas: [PATCH_OP], Operations: [{ op: 'add', path: 'title', value: 'T' }] }
      }
    ])
    expect(operations.map(({ status }) => status)).toEqual(['201', '201', '201', '200'])
    const [g, u, later] = operations.map(idIn)
    const { members } = await read(`/Groups/${g!}`)
    expect(new Set((members as JsonObject[]).map(({ value }) => value))).toEqual(new Set([u, later]))
    expect(await read(`/Users/${later!}`)).toMatchObject({ [ENTERPRISE_SCHEMA]: { manager: { value: u } } })
    expect(await read(`/Users/${u!}`)).toMatchObject({ title: 'T', groups: [{ value: g }] })
  })

  test('§3.7.1: circular references: groups in each other, users who manage each other', async () => {
    const { bulk, read, idIn } = await started(mode)
    const { operations } = await bulk([
      post('/Groups', 'a', group('A', 'bulkId:b')),
      post('/Groups', 'b', group('B', 'bulkId:a')),
      post('/Users', 'c', managed('c', 'bulkId:d')),
      post('/Users', 'd', managed('d', 'bulkId:c'))
    ])
    expect(operations.map(({ status }) => status)).toEqual(['201', '201', '201', '201'])
    const [a, b, c, d] = operations.map(idIn)
    expect((await read(`/Groups/${a!}`)).members).toMatchObject([{ value: b, type: 'Group' }])
    expect((await read(`/Groups/${b!}`)).members).toMatchObject([{ value: a, type: 'Group' }])
    expect(await read(`/Users/${c!}`)).toMatchObject({ [ENTERPRISE_SCHEMA]: { manager: { value: d } } })
    expect(await read(`/Users/${d!}`)).toMatchObject({ [ENTERPRISE_SCHEMA]: { manager: { value: c } } })
  })

  test('§3.7.3: an operation that fails is answered with its error, the others take effect', async () => {
    const { bulk, send } = await started(mode)
    const { operations } = await bulk([
      post('/Users', '1', user('a')),
      post('/Users', '2', user('A')),
      post('/Groups', '3', group('G', 'bulkId:2')),
      { method: 'DELETE', path: '/Users/nobody' },
      post('/Frobs', '5', {}),
      { method: 'PUT', path: '/Users/bulkId:1', version: 'W/"9"', data: user('b') },
      post('/Users', '7', user('c'))
    ])
    expect(operations.map(({ status }) => status)).toEqual(['201', '409', '409', '404', '404', '412', '201'])
    expect(operations[1]!.response).toMatchObject({ schemas: [ERROR], status: '409', scimType: 'uniqueness' })
    expect((await send('GET', '/Users')).json.totalResults).toBe(2)
  })
})

test.each([
  [1, ['201', '409']],
  [2, ['201', '409', '404']],
  [0, ['201', '409', '404', '201']],
  [null, ['201', '409', '404', '201']]
])(
  'failOnErrors %j stops after that many errors; what was not tried is not answered',
  async (failOnErrors, statuses) => {
    const { bulk } = await started()
    const { operations } = await bulk(
      [
        post('/Users', '1', user('a')),
        post('/Users', '2', user('a')),
        { method: 'DELETE', path: '/Users/x' },
        post('/Users', '4', user('b'))
      ],
      { failOnErrors }
    )
    expect(operations.map(({ status }) => status)).toEqual(statuses)
  }
)

describe('limits are those that ServiceProviderConfig announces', () => {
  test('one operation too many is 413, and none was run', async () => {
    const { bulk, read, send } = await started()
    const { maxOperations } = (await read('/ServiceProviderConfig')).bulk as { maxOperations: number }
    const operations = Array.from({ length: maxOperations + 1 }, (_, at) =>
      post('/Users', `${at}`, user(`u${at}`))
    )
    expect(await bulk(operations)).toMatchObject({ status: 413, json: { schemas: [ERROR], status: '413' } })
    expect((await send('GET', '/Users')).json.totalResults).toBe(0)
  })

  test('a body larger than maxPayloadSize is 413', async () => {
    const { read, send } = await started()
    const { maxPayloadSize } = (await read('/ServiceProviderConfig')).bulk as { maxPayloadSize: number }
    const body = `{"Operations":[],"x":"${'a'.repeat(maxPayloadSize)}"}`
    expect(await send('POST', '/Bulk', body)).toMatchObject({ status: 413, json: { schemas: [ERROR] } })
  })
})

test.each<[JsonObject, string]>([
  [{ Operations: [] }, 'invalidSyntax'],
  [{}, 'invalidSyntax'],
  [{ Operations: 'x' }, 'invalidSyntax'],
  [{ Operations: [post('/Users', 'a', {}), post('/Users', 'a', {})] }, 'invalidValue'],
  [{ Operations: [{}], failOnErrors: -1 }, 'invalidValue']
])('%j is 400 %s', async (body, scimType) => {
  const { send } = await startServer()
  expect(await send('POST', '/Bulk', body)).toMatchObject({ status: 400, json: { scimType } })
})

test('one row in the log tells how many; each change is recorded with the exchange, and every habit is named', async () => {
  const { engine, bulk, lastRow } = await started()
  await bulk([
    post('/Users', 'u', user('u', { active: 'True' })),
    post('/Groups', 'g', group('G', 'bulkId:u')),
    { method: 'DELETE', path: '/Users/nobody' }
  ])
  const row = (await lastRow())!
  expect(row).toMatchObject({ story: { kind: 'bulk', operations: 3, failed: 1 }, hasChange: true })
  const detail = await engine.console.journal.get(row.id, { isWhole: true })
  expect(detail?.changes.map(({ verb, resource }) => [verb, resource.name])).toEqual([
    ['created', 'u'],
    ['created', 'G']
  ])
  expect(detail?.tolerances.map(({ name }) => name)).toContain('boolean-as-text')
})
