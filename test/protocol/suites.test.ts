import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { TOKEN } from '../../src/main/engine/started.fixture'
import { MAX_BODY_BYTES } from '../../src/main/http/unread-body'
import { ENTERPRISE_SCHEMA, ERROR, GROUP_SCHEMA, USER_SCHEMA, type JsonObject } from '../../src/shared/scim'
import { user } from './directory.fixture'
import { idsOf, MODES, startServer } from './server.fixture'

// What conformance suites of others found, each by its rule.

test.each(MODES)(
  'RFC 7643 §4.2, §4.3: display is the displayName of a member, never its userName, %s',
  async mode => {
    const { create, read, find } = await startServer(mode)
    const nameless = await create('/Users', user('nameless'))
    const named = await create('/Users', user('named', { displayName: 'Named' }))
    const members = [{ value: nameless }, { value: named }]
    const group = await create('/Groups', { schemas: [GROUP_SCHEMA], displayName: 'G', members })
    expect((await read(`/Groups/${group}`)).members).toEqual([
      { value: nameless, $ref: expect.stringContaining(nameless), type: 'User' },
      { value: named, $ref: expect.stringContaining(named), display: 'Named', type: 'User' }
    ])
    const found = async (display: string) =>
      idsOf((await find('/Groups', `members.display eq "${display}"`)).json as JsonObject)
    expect(await found('nameless')).toEqual([])
    expect(await found('named')).toEqual([group])

    const managedBy = async (userName: string, value: string) => {
      const schemas = [USER_SCHEMA, ENTERPRISE_SCHEMA]
      const managed = user(userName, { schemas, [ENTERPRISE_SCHEMA]: { manager: { value } } })
      return (await read(`/Users/${await create('/Users', managed)}`))[ENTERPRISE_SCHEMA]
    }
    expect(await managedBy('a', nameless)).toEqual({
      manager: { value: nameless, $ref: expect.stringContaining(nameless) }
    })
    expect(await managedBy('b', named)).toMatchObject({ manager: { value: named, displayName: 'Named' } })
    const { json } = await find(
      '/Users',
      `${ENTERPRISE_SCHEMA}:manager.displayName pr`,
      '&attributes=userName'
    )
    expect(json.Resources).toMatchObject([{ userName: 'b' }])
  }
)

test('RFC 7644 §3.3: a POST is answered with Location, whatever part of the resource is asked for', async () => {
  const { send } = await startServer()
  for (const asked of ['attributes=userName', 'excludedAttributes=meta']) {
    const { status, headers, json } = await send('POST', `/Users?${asked}`, user(asked))
    expect({ status, location: headers.location }).toEqual({
      status: 201,
      location: expect.stringMatching(new RegExp(`/scim/v2/Users/${String(json.id)}$`))
    })
  }
})

test('RFC 7644 §3.12: whoever sends too much reads the 413, and the connection goes on', async () => {
  const { port } = await startServer()
  const answer = await fetch(`http://127.0.0.1:${port}/scim/v2/Users`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/scim+json' },
    body: 'x'.repeat(MAX_BODY_BYTES + 1_000_000)
  })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ schemas: [ERROR], status: '413' })
})

test('RFC 7644 §3.12: an id as long as a path can be is not found, as any other', async () => {
  const { send } = await startServer()
  const answer = await send('GET', `/Users/${'a'.repeat(12_000)}`)
  expect(answer).toMatchObject({ status: 404, json: { schemas: [ERROR], status: '404' } })
})

test('RFC 7643 §7: what is returned on request is answered to a write that specified it, and to no other', async () => {
  const attributes = [
    { name: 'label', type: 'string' },
    { name: 'notes', type: 'string', returned: 'request' }
  ]
  const dataFolder = folderWith({
    'schemas/lamp.json': { id: LAMP, name: 'Lamp', attributes },
    'resource-types/lamp.json': { name: 'Lamp', endpoint: '/Lamps', schema: LAMP }
  })
  const { send, patch, read } = await startServer('entra', { dataFolder })
  const { json: made } = await send('POST', '/Lamps', { schemas: [LAMP], notes: 'old' })
  expect(made).toMatchObject({ notes: 'old' })
  const path = `/Lamps/${String(made.id)}`
  expect(await read(path)).not.toHaveProperty('notes')
  expect((await patch(path, { op: 'add', path: 'label', value: 'L' })).json).not.toHaveProperty('notes')
  expect((await patch(path, { op: 'add', path: 'notes', value: 'new' })).json).toMatchObject({ notes: 'new' })
  const put = { schemas: [LAMP], label: 'L', notes: 'put' }
  expect((await send('PUT', path, put)).json).toMatchObject({ label: 'L', notes: 'put' })
  expect((await send('PUT', `${path}?excludedAttributes=notes`, put)).json).not.toHaveProperty('notes')
})

const LAMP = 'urn:example:scim:schemas:Lamp'

function folderWith(files: Record<string, object>): string {
  const folder = mkdtempSync(join(tmpdir(), 'usher-suites-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content))
  }
  return folder
}
