import { Worker } from 'node:worker_threads'
import { THREAD_LIMITS } from '../platform/nursery'
import type { Db } from './sqlite'
import { createReaderJobs, type ReaderJobs } from './reader-jobs'

export interface ReaderRequest {
  id: number
  job: keyof ReaderJobs
  args: unknown[]
}
export type ReaderReply = { id: number; result: unknown } | { id: number; error: Error }

type Result<Job extends keyof ReaderJobs> = Awaited<ReturnType<ReaderJobs[Job]>>
interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** A thread that nobody asked anything for so long gives its memory back, in milliseconds. */
const IDLE_MS = 30_000

/**
 * Long reading beside the engine: in a second thread with a read-only connection, started when first needed. It sees what is
 * committed when it begins; whatever was answered before is.
 *
 * @param file the built reader-worker.js; without one the work is done here and now
 */
export function createReader(db: Db, dataFolder: string, file: string | undefined) {
  const here = createReaderJobs(db, dataFolder)
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0
  let idle: NodeJS.Timeout | null = null

  function thread(script: string): Worker {
    if (worker) return worker
    const started = new Worker(script, { workerData: dataFolder, resourceLimits: THREAD_LIMITS })
    started.unref()
    started.on('message', settle)
    started.on('error', error => end(started, error))
    started.on('exit', () => end(started, new Error('The reading thread ended.')))
    worker = started
    return started
  }

  function settle(reply: ReaderReply): void {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('error' in reply) asked?.reject(reply.error)
    else asked?.resolve(reply.result)
    if (waiting.size === 0) idle = setTimeout(() => void close(), IDLE_MS).unref()
  }

  function end(ended: Worker, error: Error): void {
    if (worker !== ended) return
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  async function close(): Promise<void> {
    if (idle !== null) clearTimeout(idle)
    const ended = worker
    if (ended) end(ended, new Error('The reading thread was stopped.'))
    await ended?.terminate()
  }

  return {
    run<Job extends keyof ReaderJobs>(job: Job, ...args: Parameters<ReaderJobs[Job]>): Promise<Result<Job>> {
      if (idle !== null) clearTimeout(idle)
      if (file === undefined) {
        const work = here[job] as (...given: unknown[]) => Result<Job> | Promise<Result<Job>>
        return new Promise(resolve => resolve(work(...args)))
      }
      return new Promise<unknown>((resolve, reject) => {
        const request: ReaderRequest = { id: ++lastId, job, args }
        waiting.set(request.id, { resolve, reject })
        thread(file).postMessage(request)
      }) as Promise<Result<Job>>
    },
    close
  }
}
