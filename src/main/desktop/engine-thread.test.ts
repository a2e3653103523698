import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { PATIENCE } from '../../../test/patience'
import type { FromEngine } from '../engine-protocol'
import { createEngineThread } from './engine-thread'
import type { EngineThread } from './engine-thread'

const options = { dataFolder: '/nowhere', version: '0' }
const failed = (message: Extract<FromEngine, { kind: 'failed' }>) =>
  `parentPort.postMessage(${JSON.stringify(message)}); process.exit(1)`

/** An engine that echoes on its ports, throws when told "crash" there, and stops as agreed; `atStart` runs first. */
function engineFile(atStart = '') {
  const file = join(mkdtempSync(join(tmpdir(), 'usher-engine-')), 'engine.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     ${atStart}
     parentPort.on('message', ({ kind, port }) => {
       if (kind === 'stop') process.exit(0)
       port.on('message', text => {
         if (text === 'crash') throw new Error('told to')
         port.postMessage('echo ' + text)
       })
     })
     parentPort.postMessage({ kind: 'ready' })`
  )
  return file
}

let engine: EngineThread | null = null
afterEach(() => engine?.stop())

function started(file: string) {
  const onRecovered = vi.fn()
  const onDown = vi.fn()
  engine = createEngineThread(file, options, {
    onSettings: vi.fn(),
    onServer: vi.fn(),
    onNews: vi.fn(),
    onAsked: vi.fn(),
    onRecovered,
    onDown
  })
  engine.start()
  return { engine, onRecovered, onDown }
}

/** What a window would see on its end of the port. */
function connected(to: EngineThread) {
  const { port1, port2 } = new MessageChannel()
  const seen: string[] = []
  port1.on('message', text => seen.push(text))
  port1.on('close', () => seen.push('closed'))
  to.connect(port2)
  return { seen, say: (text: string) => port1.postMessage(text) }
}

test('a port reaches the engine even before it is ready', async () => {
  const { engine } = started(engineFile())
  const { seen, say } = connected(engine)
  say('a')
  await vi.waitFor(() => expect(seen).toEqual(['echo a']), PATIENCE)
})

test('a crash closes the ports, starts the engine again and is told once', async () => {
  const { engine, onRecovered, onDown } = started(engineFile())
  const { seen, say } = connected(engine)
  say('crash')
  await vi.waitFor(() => expect(onRecovered).toHaveBeenCalledOnce(), PATIENCE)
  expect(onRecovered).toHaveBeenCalledWith({ reason: 'unexpected', detail: 'Error: told to' })
  expect(onDown).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(seen).toEqual(['closed']), PATIENCE)

  const next = connected(engine)
  next.say('b')
  await vi.waitFor(() => expect(next.seen).toEqual(['echo b']), PATIENCE)
})

test('the third crash within a minute is left to the person', async () => {
  const { engine, onDown } = started(engineFile(`throw new Error('at once')`))
  await vi.waitFor(() => expect(onDown).toHaveBeenCalledOnce(), PATIENCE)
  expect(onDown).toHaveBeenCalledWith({ reason: 'unexpected', detail: 'Error: at once' })
  const { seen } = connected(engine)
  await vi.waitFor(() => expect(seen).toEqual(['closed']), PATIENCE)
})

test('a reason that only a person can remove is told at once, and trying again is possible', async () => {
  const file = engineFile(failed({ kind: 'failed', reason: 'data-folder', detail: 'It is read-only.' }))
  const { engine, onDown, onRecovered } = started(file)
  await vi.waitFor(() => expect(onDown).toHaveBeenCalledOnce(), PATIENCE)
  expect(onDown).toHaveBeenCalledWith(
    expect.objectContaining({ reason: 'data-folder', detail: 'It is read-only.' })
  )

  engine.start()
  await vi.waitFor(() => expect(onDown).toHaveBeenCalledTimes(2), PATIENCE)
  expect(onRecovered).not.toHaveBeenCalled()
})

test('stopping is final and not taken for a crash', async () => {
  const { engine, onRecovered, onDown } = started(engineFile())
  await Promise.all([engine.stop(), engine.stop()])
  engine.start()
  const { seen } = connected(engine)
  await vi.waitFor(() => expect(seen).toEqual(['closed']), PATIENCE)
  expect(onRecovered).not.toHaveBeenCalled()
  expect(onDown).not.toHaveBeenCalled()
})
