import { expect, test } from 'vitest'
import { startEngine } from '../engine/started.fixture'

test('who does not come from an allowed range is turned away; this computer is always let in', async () => {
  const { engine, send, lastRow } = await startEngine()
  await engine.console.settings.set({ 'server.allowFrom': ['40.126.0.0/18', '2603:1006::/32'] })
  expect((await send('GET', '/Users')).status).toBe(200)

  const from = async (address: string) =>
    (await send('GET', '/Users', undefined, { 'X-Forwarded-For': `6.6.6.6, ${address}` })).status
  expect(await from('203.0.113.9')).toBe(200)
  await engine.console.settings.set({ 'server.trustForwarded': true })
  expect(await from('40.126.25.32')).toBe(200)
  expect(await from('2603:1006::7')).toBe(200)
  expect(await from('203.0.113.9')).toBe(403)
  expect(await lastRow()).toMatchObject({
    story: { kind: 'failed', status: 403, detail: expect.stringContaining('203.0.113.9') }
  })
})
