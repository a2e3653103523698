import { createServer } from 'node:net'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { startEngine } from '../engine/started.fixture'
import { systemClock } from '../platform/clock'
import { createListener } from './listener'

const HOST = '127.0.0.1'

function newListener() {
  const listener = createListener(() => Fastify({ forceCloseConnections: 'idle' }), systemClock, {
    host: HOST,
    port: 0
  })
  onTestFinished(async () => void (await listener.stop()))
  return listener
}

/** A port that another program has. */
function takenPort(): Promise<number> {
  const other = createServer()
  onTestFinished(() => void other.close())
  return new Promise(resolve =>
    other.listen(0, HOST, () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  )
}

test('a taken port is a state, and another port can be tried at once', async () => {
  const listener = newListener()
  const port = await takenPort()
  expect(await listener.start({ host: HOST, port })).toEqual({ kind: 'port-taken', host: HOST, port })
  expect(await listener.start({ host: HOST, port: 0 })).toMatchObject({ kind: 'running' })
})

test('an address of another computer is refused in words', async () => {
  const state = await newListener().start({ host: '192.0.2.1', port: 0 })
  expect(state).toMatchObject({ kind: 'failed', reason: '192.0.2.1 is not an address of this computer.' })
})

test('it stops and starts again at the same port', async () => {
  const listener = newListener()
  const { port } = await listener.start({ host: HOST, port: 0 })
  expect(await listener.stop()).toEqual({ kind: 'stopped', host: HOST, port })
  expect(await listener.start({ host: HOST, port })).toMatchObject({ kind: 'running', port })
})

test('starts and stops that overlap happen one after the other', async () => {
  const listener = newListener()
  const states = await Promise.all([
    listener.start({ host: HOST, port: 0 }),
    listener.stop(),
    listener.start({ host: HOST, port: 0 })
  ])
  expect(states.map(({ kind }) => kind)).toEqual(['running', 'stopped', 'running'])
})

test('the console stops and starts the server, and each leaves a row', async () => {
  const { engine, port, sendRaw, rows } = await startEngine()
  const { server } = engine.console
  expect(await server.stop()).toMatchObject({ state: 'stopped', port })
  await expect(sendRaw('/health')).rejects.toThrow(/ECONNREFUSED/)
  await server.start({ port })
  expect((await sendRaw('/health')).status).toBe(200)
  const kinds = (await rows()).map(row => row.story.kind)
  expect(kinds).toEqual(['server-started', 'server-stopped', 'server-started', 'health'])
})

test('changing the port in the settings moves the open door', async () => {
  const { engine, sendRaw } = await startEngine()
  const port = await takenPort()
  await engine.console.settings.set({ 'server.port': port })
  await engine.console.server.followSettings({ 'server.port': port })
  expect(engine.console.server.state()).toMatchObject({ state: 'port-taken', port })
  await expect(sendRaw('/health')).rejects.toThrow(/ECONNREFUSED/)
})
