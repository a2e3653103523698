import { expect, test } from 'vitest'
import { startEngine } from '../engine/started.fixture'

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
const SIZE = 2_400

test('a large group arrives whole with its length, and the log knows how long it was; a HEAD tells the same length', async () => {
  const { send, rows } = await startEngine()
  const ids: string[] = []
  for (let at = 0; at < SIZE; at += 800) {
    const Operations = Array.from({ length: 800 }, (_, n) => ({
      method: 'POST',
      path: '/Users',
      bulkId: `u${n}`,
      data: { userName: `user-${at + n}` }
    }))
    const { json } = await send('POST', '/Bulk', { schemas: [BULK], Operations })
    for (const { location } of json.Operations as { location: string }[])
      ids.push(location.split('/').at(-1)!)
  }
  const members = ids.map(value => ({ value }))
  const { json: group } = await send('POST', '/Groups?attributes=id', { displayName: 'Everybody', members })

  const path = `/Groups/${String(group.id)}`
  const whole = await send('GET', path)
  expect((whole.json.members as { value: string }[]).map(({ value }) => value)).toEqual(ids)
  expect(whole.headers).toMatchObject({
    'content-length': String(Buffer.byteLength(whole.text)),
    'content-type': 'application/scim+json'
  })
  const head = await send('HEAD', path)
  expect(head).toMatchObject({ text: '', headers: { 'content-length': whole.headers['content-length'] } })
  const read = (await rows()).filter(({ story }) => story.kind === 'read')
  expect(read.map(({ responseBytes }) => responseBytes)).toEqual([Buffer.byteLength(whole.text), 0])
})
