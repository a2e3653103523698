import { parentPort, workerData } from 'node:worker_threads'
import type { FromThread, ThreadOrder } from './simulator/thread'
import { carryOut } from './simulator/work'

// One run of the simulator beside the engine: see simulator/thread.ts.
if (!parentPort) throw new Error('simulator-worker is started as a worker thread by the engine')
const engine = parentPort
const { work, destination } = workerData as ThreadOrder
const say = (message: FromThread) => engine.postMessage(message)
const stopping = new AbortController()

engine.once('message', () => stopping.abort())
say({
  kind: 'ended',
  end: await carryOut(work, destination, stopping.signal, news => say({ kind: 'news', news }))
})
engine.close()
