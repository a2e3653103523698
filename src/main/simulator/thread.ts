import { Worker } from 'node:worker_threads'
import { carryOut, type Destination, type RunEnd, type RunNews, type Work } from './work'

/** What a simulator thread is started with. It is told `stop` at most once, and ends by itself after `ended`. */
export interface ThreadOrder {
  work: Work
  destination: Destination
}
export type FromThread = { kind: 'news'; news: RunNews } | { kind: 'ended'; end: RunEnd }

/** Carries out the work of a run. Never rejects: what goes wrong is how the run ended. */
export type CarryOut = typeof carryOut

/**
 * Carries out each run in a thread of its own: it is nothing but an HTTP client, and must not take the time in which the engine
 * answers it.
 *
 * @param file the built simulator-worker.js; without one the work is done in this thread
 */
export const createCarryOut = (file: string | undefined): CarryOut =>
  file === undefined ? carryOut : (...order) => inThread(file, ...order)

function inThread(
  file: string,
  work: Work,
  destination: Destination,
  signal: AbortSignal,
  onNews: (news: RunNews) => void
): Promise<RunEnd> {
  return new Promise(resolve => {
    const thread = new Worker(file, { workerData: { work, destination } satisfies ThreadOrder })
    const stop = () => thread.postMessage('stop')
    const end = (how: RunEnd) => {
      signal.removeEventListener('abort', stop)
      resolve(how)
    }
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    thread.on('message', (message: FromThread) =>
      message.kind === 'news' ? onNews(message.news) : end(message.end)
    )
    thread.on('error', error => end({ state: 'failed', detail: error.message }))
    thread.on('exit', () => end({ state: 'failed', detail: 'The thread of the simulator ended.' }))
  })
}
