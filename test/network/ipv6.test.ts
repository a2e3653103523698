import { connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { startEngine, TOKEN } from '../../src/main/engine/started.fixture'
import { PATIENCE } from '../patience'

/** The status line of an answer to a request for users at this address. */
function statusAt(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => {
      socket.end(
        `GET /scim/v2/Users HTTP/1.1\r\nHost: [${host}]:${port}\r\nAuthorization: Bearer ${TOKEN}\r\nConnection: close\r\n\r\n`
      )
    })
    let answer = ''
    socket.on('data', chunk => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer.split('\r\n', 1)[0] ?? ''))
    socket.on('error', reject)
  })
}

test('listening on ::1 it answers there, its addresses have brackets, and its own simulator finds it', async () => {
  const { engine, port, rows } = await startEngine({ host: '::1' })
  expect(await statusAt('::1', port)).toBe('HTTP/1.1 200 OK')
  await expect(statusAt('127.0.0.1', port)).rejects.toThrow('ECONNREFUSED')
  expect(engine.console.server.state()).toMatchObject({
    host: '::1',
    tenantUrl: `http://[::1]:${port}/scim/v2`,
    isReachableFromEntra: false
  })

  engine.console.simulator.runScenario({
    scenario: 'on-demand',
    dialect: 'entra',
    cycles: 1,
    concurrency: 1,
    pauseMs: 0,
    seed: 1,
    target: null
  })
  await vi.waitFor(() => expect(engine.console.simulator.state()?.state).toBe('complete'), PATIENCE)
  expect((await rows()).some(({ story }) => story.kind === 'created')).toBe(true)
})

test('listening on :: it answers IPv6 and IPv4; an IPv4 caller is known by its plain address', async () => {
  const { engine, port, lastRow } = await startEngine({ host: '::' })
  expect(await statusAt('::1', port)).toBe('HTTP/1.1 200 OK')
  expect(await statusAt('127.0.0.1', port)).toBe('HTTP/1.1 200 OK')
  const row = await lastRow()
  const detail = await engine.console.journal.get(row?.id ?? 0, { isWhole: false })
  expect(detail?.remoteAddress).toBe('127.0.0.1')
  expect(engine.console.tokens.list()[0]?.lastUse?.address).toBe('127.0.0.1')
  expect(engine.console.server.state().tenantUrl).toBe(`http://localhost:${port}/scim/v2`)
})
