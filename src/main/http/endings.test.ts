import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { TOKEN, startEngine } from '../engine/started.fixture'
import { systemClock } from '../platform/clock'
import { createListener } from './listener'

const HOST = '127.0.0.1'

test('stopping waits for the answer to a request in flight', async () => {
  const inFlight = Promise.withResolvers<void>()
  const work = Promise.withResolvers<void>()
  const listener = createListener(
    () => {
      const app = Fastify({ forceCloseConnections: 'idle' })
      app.get('/', async () => {
        inFlight.resolve()
        await work.promise
        return 'done'
      })
      return app
    },
    systemClock,
    { host: HOST, port: 0 }
  )
  const { port } = await listener.start({ host: HOST, port: 0 })
  const answer = fetch(`http://${HOST}:${port}/`).then(one => one.text())
  await inFlight.promise
  const stopped = listener.stop()
  work.resolve()
  expect(await answer).toBe('done')
  expect(await stopped).toMatchObject({ kind: 'stopped' })
})

test('a connection that never asks does not keep the engine from stopping', async () => {
  const { port, engine, stop } = await startEngine()
  const opened = Promise.withResolvers<void>()
  engine.console.journal.subscribe(row => row.ending === 'open' && opened.resolve())
  const socket = connect(port, HOST, () =>
    socket.write(
      `POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: 9\r\n\r\n{`
    )
  )
  socket.on('error', () => undefined)
  await opened.promise
  const closed = once(socket, 'close')
  await stop()
  await closed
  expect(engine.console.server.state()).toMatchObject({ state: 'stopped' })
})

test('a write whose client has left is done all the same, and its row says both', async () => {
  const { port, engine, rows } = await startEngine()
  const body = JSON.stringify({ userName: 'anna' })
  const socket = connect(port, HOST, () => {
    socket.write(
      `POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      () => socket.resetAndDestroy()
    )
  })
  await expect.poll(() => engine.console.views.counts().users).toBe(1)
  const row = (await rows()).find(({ method }) => method === 'POST')
  expect(row).toMatchObject({ hasChange: true, story: { kind: 'created' } })
})

test('a failed request names the resource it was about', async () => {
  const { send, lastRow } = await startEngine()
  const { json } = await send('POST', '/Users', { userName: 'anna', displayName: 'Anna' })
  await send('PATCH', `/Users/${String(json.id)}`, { Operations: [{ op: 'explode' }] })
  expect(await lastRow()).toMatchObject({ status: 400, resource: { id: json.id, name: 'Anna' } })
})
