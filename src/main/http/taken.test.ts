import { expect, test } from 'vitest'
import { startEngine } from '../engine/started.fixture'

const [user, group] = ['User', 'Group'].map(name => `urn:ietf:params:scim:schemas:core:2.0:${name}`)

test.each([
  ['/Users', { schemas: [user], userName: 'anna', displayName: 'Anna Berg' }, 'userName', 'Anna Berg'],
  ['/Groups', { schemas: [group], displayName: 'Finance' }, 'displayName', 'Finance']
])(
  'POST %s of what is there already is 409 and says whose it is: by id to the client, by name in the log',
  async (path, resource, attribute, name) => {
    const { send, lastRow } = await startEngine()
    const { id } = (await send('POST', path, resource)).json as { id: string }
    const type = path.slice(1, -1)
    const value = JSON.stringify((resource as Record<string, unknown>)[attribute])

    const detail = `${attribute} ${value} is taken by ${type} ${id}.`
    expect(await send('POST', path, resource)).toMatchObject({
      status: 409,
      json: { scimType: 'uniqueness', detail }
    })
    expect((await lastRow())?.story).toMatchObject({
      kind: 'failed',
      detail,
      taken: { attribute, value, by: { type, id, name } }
    })
  }
)
