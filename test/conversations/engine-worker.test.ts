import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, onTestFinished, test } from 'vitest'
import type { EngineOptions, FromEngine, ToEngine } from '../../src/main/engine-protocol'
import type { Contract } from '../../src/shared/contract'
import { PATIENCE } from '../patience'

const PROGRAM = join(import.meta.dirname, '../../out/main/engine-worker.js')

/** The built engine thread, as the desktop starts it. */
function startWorker(dataFolder: string) {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: build first (npm run build)`)
  const workerData: EngineOptions = { dataFolder, port: 0, host: '127.0.0.1', version: 'test' }
  const worker = new Worker(PROGRAM, { workerData })
  onTestFinished(async () => void (await worker.terminate()))

  const messages: FromEngine[] = []
  worker.on('message', (message: FromEngine) => messages.push(message))
  const exited = new Promise<number>(resolve => worker.once('exit', resolve))
  const heard = async (kind: FromEngine['kind']) => {
    await expect.poll(() => messages.some(message => message.kind === kind), PATIENCE).toBe(true)
    return messages.find(message => message.kind === kind)
  }
  return { worker, messages, exited, heard }
}

test('it gets ready, answers over a port, and stops in order', async () => {
  const { worker, messages, exited, heard } = startWorker(mkdtempSync(join(tmpdir(), 'usher-worker-')))
  expect(await heard('ready')).toMatchObject({ server: { state: 'running' } })

  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ kind: 'connect', port: port2 } satisfies ToEngine, [port2])
  port1.start()
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port1 }))
  expect(await client.tokens.list()).toEqual([])
  expect(await client.server.state()).toMatchObject({ state: 'running', version: 'test' })

  const closed = new Promise(resolve => port1.once('close', resolve))
  worker.postMessage({ kind: 'stop' } satisfies ToEngine)
  await closed
  expect(await exited).toBe(0)
  expect(messages.at(-1)).toEqual({ kind: 'stopped' })
})

test('what keeps it from starting is told, and the thread ends with code 1', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'usher-worker-')), 'file')
  writeFileSync(file, '')
  const { exited, messages } = startWorker(file)
  expect(await exited).toBe(1)
  expect(messages).toEqual([
    { kind: 'failed', reason: 'data-folder', detail: expect.stringContaining('cannot be used') }
  ])
})
