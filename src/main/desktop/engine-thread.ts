import { Worker } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import type { ServerState } from '../../shared/contract'
import type { Settings } from '../../shared/settings'
import type {
  EngineFailure,
  EngineOptions,
  FromEngine,
  News,
  OfferedBackup,
  QuestionName,
  ToEngine
} from '../engine-protocol'
import { THREAD_LIMITS } from '../platform/nursery'

/** So many crashes within CRASH_WINDOW_MS and starting once more is no answer any more. */
const CRASH_LIMIT = 3
const CRASH_WINDOW_MS = 60_000

/** The engine stops within five seconds of its own; one that hangs is ended. */
const STOP_LIMIT_MS = 8_000

export interface EngineProblem {
  reason: EngineFailure
  detail: string
  /** To go on from when the directory file is damaged. */
  backup?: OfferedBackup
}

export interface EngineListeners {
  /** At the start and whenever one changes. */
  onSettings: (settings: Settings) => void
  onServer: (server: ServerState) => void
  onNews: (news: News) => void
  /** What the console asks of the desktop; see DesktopQuestions for what belongs to which name. */
  onAsked: (name: QuestionName, asked: unknown) => unknown
  /** It crashed and answers again. What was acknowledged before is there: each answer waits for its commit. */
  onRecovered: (problem: EngineProblem) => void
  /** It is down and stays down until `start` is called. */
  onDown: (problem: EngineProblem) => void
}

/**
 * The engine's thread, kept alive: a crash starts it again; a reason that only a person can remove is told.
 *
 * @param file the built engine-worker.js
 */
export function createEngineThread(file: string, first: EngineOptions, listeners: EngineListeners) {
  let options = first
  let worker: Worker | null = null
  let stopped: Promise<void> | null = null
  /** It was stopped in order to be started again, like this. */
  let reopening: { restore?: string } | null = null
  let server: ServerState | null = null
  let crashedAt: number[] = []

  /** @param restore a backup to go on from; what it replaces is kept */
  function start(recoveringFrom: EngineProblem | null = null, restore?: string) {
    if (worker || stopped) return
    let problem: EngineProblem = { reason: 'unexpected', detail: 'The engine ended without a word.' }
    const started = new Worker(file, {
      workerData: { ...options, restore } satisfies EngineOptions,
      resourceLimits: THREAD_LIMITS
    })
    worker = started

    started.on('message', (message: FromEngine) => {
      if (message.kind === 'failed') problem = message
      hear(started, message)
      if (message.kind === 'ready' && recoveringFrom) listeners.onRecovered(recoveringFrom)
    })
    started.on('error', error => (problem = { reason: 'unexpected', detail: String(error) }))
    started.on('exit', () => {
      worker = null
      const wanted = reopening
      reopening = null
      if (stopped) return
      if (wanted) start(null, wanted.restore)
      else afterCrash(problem)
    })
  }

  function hear(from: Worker, message: FromEngine) {
    switch (message.kind) {
      case 'settings':
        return listeners.onSettings(message.settings)
      case 'ready':
      case 'server-changed':
        server = message.server
        return listeners.onServer(message.server)
      case 'reopen':
        return void reopen({}, message.restore)
      case 'news':
        return listeners.onNews(message.news)
      case 'asked':
        return void answer(from, message)
      case 'failed':
      case 'stopped':
        return
    }
  }

  async function answer(asking: Worker, { request, name, asked }: FromEngine & { kind: 'asked' }) {
    let said: ToEngine
    try {
      said = { kind: 'answered', request, answer: await listeners.onAsked(name, asked) }
    } catch (error) {
      said = { kind: 'refused', request, reason: error instanceof Error ? error.message : String(error) }
    }
    asking.postMessage(said)
  }

  /**
   * Stops the engine in order, requests in flight included, and starts it again: with a backup to go on from, or on another data
   * folder. A port that only this start was given stays the one that is open.
   */
  async function reopen(changed: Partial<EngineOptions>, restore?: string): Promise<void> {
    if (stopped || reopening) return
    if (options.port !== undefined && server?.state === 'running') options = { ...options, port: server.port }
    options = { ...options, firstSettings: undefined, ...changed }
    if (!worker) return start(null, restore)
    reopening = { ...(restore !== undefined && { restore }) }
    await ended(worker)
  }

  function afterCrash(problem: EngineProblem) {
    const now = Date.now()
    crashedAt = [...crashedAt.filter(at => now - at < CRASH_WINDOW_MS), now]
    if (problem.reason === 'unexpected' && crashedAt.length < CRASH_LIMIT) start(problem)
    else listeners.onDown(problem)
  }

  /** While the engine is down the port is closed at once: whoever holds the other end learns it there. */
  function connect(port: MessagePort) {
    if (worker) worker.postMessage({ kind: 'connect', port } satisfies ToEngine, [port])
    else port.close()
  }

  /** Resolves when everything is on disk and the thread is gone. Final: a stopped engine is not started again. */
  function stop(): Promise<void> {
    stopped ??= worker ? ended(worker) : Promise.resolve()
    return stopped
  }

  /** Said to nobody while the engine is down. */
  function tell(
    message: Extract<ToEngine, { kind: 'change-settings' | 'switch-server' | 'woke-up' | 'update-changed' }>
  ) {
    worker?.postMessage(message satisfies ToEngine)
  }

  return { start: (restore?: string) => start(null, restore), connect, tell, reopen, stop }
}
export type EngineThread = ReturnType<typeof createEngineThread>

function ended(worker: Worker): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const limit = setTimeout(() => void worker.terminate(), STOP_LIMIT_MS)
  worker.once('exit', () => {
    clearTimeout(limit)
    resolve()
  })
  worker.postMessage({ kind: 'stop' } satisfies ToEngine)
  return promise
}
