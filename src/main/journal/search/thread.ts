import { Worker } from 'node:worker_threads'
import { ReadingFailed } from './reading-failed'
import type { LogJobs, PartOf } from './jobs'
import type { Traffic } from './patience'
import type { FromThread, ToThread } from './serve'

/** What the thread is told at its start. */
export interface ThreadData {
  dataFolder: string
  journalFile: string
  traffic: Traffic
  /** It has time, and leaves the processor to requests. */
  isPatient: boolean
}

interface Asked {
  parts: unknown[]
  end: 'none' | 'done' | Error
  wake: (() => void) | null
}

/** A thread that nobody asked anything for so long gives its memory back, in milliseconds. */
const IDLE_MS = 300_000
/** What it does of its own accord, and nobody asked for. */
const UPKEEP: ReadonlySet<keyof LogJobs> = new Set(['forgetDeleted', 'makeMissing'])

/** A thread that does the log's long reading. It starts with its first job. */
export function createLogThread(script: string, told: ThreadData) {
  const asked = new Map<number, Asked>()
  let worker: Worker | null = null
  let lastId = 0
  let idle: NodeJS.Timeout | null = null
  let wantedUntil = 0

  function started(): Worker {
    if (worker) return worker
    const begun = new Worker(script, { workerData: told })
    begun.unref()
    begun.on('message', hear)
    begun.on('error', error => lose(begun, error))
    begun.on('exit', () => lose(begun, new Error('The thread that reads the log ended.')))
    worker = begun
    return begun
  }

  function hear(message: FromThread): void {
    const one = asked.get(message.id)
    if (!one) return
    if (message.kind === 'part') one.parts.push(message.part)
    else one.end = message.kind === 'done' ? 'done' : new ReadingFailed(message.failure)
    one.wake?.()
  }

  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return
    worker = null
    for (const one of asked.values()) {
      if (one.end === 'none') one.end = error
      one.wake?.()
    }
  }

  async function end(): Promise<void> {
    if (idle !== null) clearTimeout(idle)
    const ended = worker
    if (ended) lose(ended, new Error('The thread that reads the log was stopped.'))
    await ended?.terminate()
  }

  return {
    /** Somebody asked it something lately. */
    isWanted: (): boolean => performance.now() < wantedUntil,

    /** The parts of a job, as they come. Whoever stops taking them stops the job. */
    async *run<Job extends keyof LogJobs>(
      job: Job,
      ...args: Parameters<LogJobs[Job]>
    ): AsyncGenerator<PartOf<Job>, void, void> {
      if (idle !== null) clearTimeout(idle)
      const id = ++lastId
      const mine: Asked = { parts: [], end: 'none', wake: null }
      asked.set(id, mine)
      const thread = started()
      const say = (message: ToThread) => thread.postMessage(message)
      say({ kind: 'begin', id, job, args })
      try {
        for (;;) {
          const part = mine.parts.shift()
          if (part !== undefined) {
            yield part as PartOf<Job>
            say({ kind: 'more', id })
          } else if (mine.end === 'done') return
          else if (mine.end !== 'none') throw mine.end
          else await new Promise<void>(resolve => (mine.wake = resolve))
        }
      } finally {
        asked.delete(id)
        if (mine.end === 'none') say({ kind: 'stop', id })
        if (!UPKEEP.has(job)) wantedUntil = performance.now() + IDLE_MS
        if (asked.size === 0)
          idle = setTimeout(() => void end(), Math.max(0, wantedUntil - performance.now())).unref()
      }
    },
    end
  }
}
