import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { startEngine, TOKEN } from '../../src/main/engine/started.fixture'
import { seededRandom } from '../../src/main/simulator/random'
import { oddRequest } from './cases.mjs'
import { faultOf } from './judge.mjs'
import { CUSTOM_FILES } from './messages.mjs'
import { exchangeBytes, faultOfBytes, oddBytes } from './raw.mjs'

// The small form of `npm run fuzz`, in process; the large one runs against the built server.
const CASES = 1_000
const RAW = 60

function folder() {
  const made = mkdtempSync(join(tmpdir(), 'usher-fuzz-'))
  for (const [path, content] of Object.entries(CUSTOM_FILES)) {
    mkdirSync(dirname(join(made, path)), { recursive: true })
    writeFileSync(join(made, path), JSON.stringify(content))
  }
  return made
}

test.each(['entra', 'rfc'])(
  `%s: of ${CASES} odd requests none is answered by a 5xx or something that is no SCIM, and none touches a bystander`,
  async mode => {
    const { engine, send } = await startEngine({ dataFolder: folder() })
    await engine.console.settings.set({ 'server.compatibility': mode })
    const server = engine.newServer()
    const create = async (path, body) => String((await send('POST', path, body)).json.id)
    const user = userName => ({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName })
    const bystander = await create('/Users', user('bystander'))
    const before = await send('GET', `/Users/${bystander}`)
    const ids = {
      users: [await create('/Users', user('one')), await create('/Users', user('two'))],
      groups: [
        await create('/Groups', {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
          displayName: 'G'
        })
      ],
      devices: [await create('/Devices', { schemas: ['urn:example:fuzz:Device'], serial: 'S' })]
    }

    const random = seededRandom(mode === 'rfc' ? 2 : 1)
    const faults = []
    for (let at = 0; at < CASES; at++) {
      const request = oddRequest(random, ids)
      const answer = await server.inject({
        method: request.method,
        url: request.path,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' },
        ...(request.body !== undefined && { payload: request.body })
      })
      const fault = faultOf(request, answer.statusCode, answer.payload)
      if (fault !== null) faults.push(fault)
    }
    expect(faults).toEqual([])
    expect((await send('GET', `/Users/${bystander}`)).json).toEqual(before.json)
    await server.close()
  },
  60_000
)

test(`${RAW} odd messages on raw sockets: the server answers soundly or hangs up, and goes on`, async () => {
  const { port, send } = await startEngine()
  const random = seededRandom(3)
  const messages = Array.from({ length: RAW }, () => oddBytes(random, { token: TOKEN, id: 'nobody' }))
  const answers = messages.map(bytes =>
    exchangeBytes({ host: '127.0.0.1', port }, bytes, random.integer(bytes.length + 1))
  )
  const received = await Promise.all(answers)
  expect(received.map((text, index) => faultOfBytes(messages[index], text)).filter(Boolean)).toEqual([])
  expect((await send('GET', '/Users')).status).toBe(200)
})
