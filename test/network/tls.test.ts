import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { expect, test, vi } from 'vitest'
import { startEngine, TOKEN } from '../../src/main/engine/started.fixture'
import { PATIENCE } from '../patience'
import { certificateFile, TEST_AUTHORITY } from '../tls-front'

function folderWith(name: string | null): string {
  const dataFolder = mkdtempSync(join(tmpdir(), 'usher-tls-data-'))
  mkdirSync(join(dataFolder, 'tls'))
  if (name !== null) install(dataFolder, name)
  return dataFolder
}
function install(dataFolder: string, name: string) {
  copyFileSync(certificateFile(`${name}.key`), join(dataFolder, 'tls', 'key.pem'))
  copyFileSync(certificateFile(`${name}.pem`), join(dataFolder, 'tls', 'certificate.pem'))
}

/** Over one kept connection, or a new one; with the name in the certificate that was shown. */
function get(port: number, path: string, agent: Agent): Promise<{ status: number; shownName: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: 'localhost', port, path, headers: { Authorization: `Bearer ${TOKEN}` } },
      answer => {
        const { CN } = (answer.socket as TLSSocket).getPeerCertificate().subject
        answer.resume()
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, shownName: String(CN) }))
      }
    )
    sent.on('error', reject)
    sent.end()
  })
}

test('with a certificate the listener speaks TLS; a new one is taken over while connections and requests go on', async () => {
  const dataFolder = folderWith('tunnel')
  const { engine, port } = await startEngine({ dataFolder })
  await engine.console.settings.set({ 'tls.isOn': true })
  await engine.console.server.followSettings({ 'tls.isOn': true })
  const { state, tenantUrl, tls, port: now } = engine.console.server.state()
  expect({ state, tls: tls.kind }).toEqual({ state: 'running', tls: 'on' })
  expect(tenantUrl).toBe(`https://127.0.0.1:${now}/scim/v2`)
  expect(now).not.toBe(0)
  expect(port).not.toBe(0)

  const kept = new Agent({ keepAlive: true, maxSockets: 1, ca: TEST_AUTHORITY })
  expect(await get(now, '/scim/v2/Users', kept)).toEqual({ status: 200, shownName: 'tunnel' })
  install(dataFolder, 'renewed')
  await vi.waitFor(async () => {
    const fresh = new Agent({ ca: TEST_AUTHORITY })
    expect(await get(now, '/scim/v2/Users', fresh)).toEqual({ status: 200, shownName: 'renewed' })
  }, PATIENCE)
  // The connection from before was not cut.
  expect(await get(now, '/scim/v2/Users', kept)).toEqual({ status: 200, shownName: 'tunnel' })

  copyFileSync(certificateFile('other-name.key'), join(dataFolder, 'tls', 'key.pem'))
  await vi.waitFor(
    () =>
      expect(engine.console.server.state().tls).toMatchObject({
        kind: 'problem',
        problem: { kind: 'wrong-key' }
      }),
    PATIENCE
  )
  expect((await get(now, '/scim/v2/Users', kept)).status).toBe(200)
  kept.destroy()
})

test('without a usable certificate it says why and does not listen; the app goes on, and plain http comes back', async () => {
  const { engine } = await startEngine({ dataFolder: folderWith(null) })
  const follow = async (isOn: boolean) => {
    await engine.console.settings.set({ 'tls.isOn': isOn })
    await engine.console.server.followSettings({ 'tls.isOn': isOn })
    return engine.console.server.state()
  }
  expect(await follow(true)).toMatchObject({
    state: 'stopped',
    trouble: expect.stringContaining('There is no certificate. Put certificate.pem')
  })
  await engine.console.server.start()
  expect(await follow(false)).toMatchObject({ state: 'running', tls: { kind: 'off' } })
})

test('the simulator of this console finds a server that speaks TLS', async () => {
  const { engine, rows } = await startEngine({ dataFolder: folderWith('tunnel') })
  await engine.console.settings.set({ 'tls.isOn': true })
  await engine.console.server.followSettings({ 'tls.isOn': true })
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
