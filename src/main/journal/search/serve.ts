import type { MessagePort } from 'node:worker_threads'
import type { LogJobs } from './jobs'
import type { FailureFacts } from './reading-failed'

/** What the engine tells the thread. `more`: another part may be sent. */
export type ToThread =
  { kind: 'begin'; id: number; job: keyof LogJobs; args: unknown[] } | { kind: 'more' | 'stop'; id: number }
export type FromThread =
  | { kind: 'part'; id: number; part: unknown }
  | { kind: 'done'; id: number }
  | { kind: 'failed'; id: number; failure: FailureFacts }

/** Parts on their way that nobody has taken yet: more would only fill the memory of whoever is slower. */
const AHEAD = 4

/** A job stands still while one before it in this list is done: nobody is to wait longer for an answer because of what can wait. */
const ORDER: (keyof LogJobs)[] = ['find', 'activity', 'export', 'exportTo', 'forgetDeleted', 'makeMissing']

interface Running {
  place: number
  allowed: number
  isStopped: boolean
  wake: (() => void) | null
}

/** Does jobs for the other side of a port, each in steps, so that several go on beside each other and any can be stopped. */
export function serveJobs(port: MessagePort, jobs: LogJobs): void {
  const running = new Map<number, Running>()

  port.on('message', (message: ToThread) => {
    if (message.kind === 'begin') return void work(message.id, message.job, message.args)
    const one = running.get(message.id)
    if (!one) return
    if (message.kind === 'stop') one.isStopped = true
    else one.allowed++
    one.wake?.()
  })

  async function work(id: number, job: keyof LogJobs, args: unknown[]): Promise<void> {
    const state: Running = { place: ORDER.indexOf(job), allowed: AHEAD, isStopped: false, wake: null }
    running.set(id, state)
    const say = (message: FromThread) => port.postMessage(message)
    try {
      const begin = jobs[job] as (...given: unknown[]) => Generator<unknown>
      for (const part of begin(...args)) {
        if (part !== null) {
          say({ kind: 'part', id, part })
          state.allowed--
        }
        await turn()
        while (mustWait(state) && !state.isStopped) await new Promise<void>(resolve => (state.wake = resolve))
        if (state.isStopped) break
      }
      say({ kind: 'done', id })
    } catch (error) {
      const { message, code, syscall } = error as NodeJS.ErrnoException
      say({ kind: 'failed', id, failure: { message, ...(code && { code }), ...(syscall && { syscall }) } })
    } finally {
      running.delete(id)
      for (const other of running.values()) other.wake?.()
    }
  }

  const mustWait = ({ allowed, place }: Running): boolean =>
    allowed <= 0 || [...running.values()].some(other => other.place < place)
}

/** Lets what has arrived meanwhile be heard. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
