import { type ChildProcess, spawn } from 'node:child_process'
import type { TunnelProgram, TunnelRun } from '../../shared/tunnel'
import { PROGRAMS } from './programs'

const LINES_KEPT = 200
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** One that ran so long had a reason of its own to end: the next start is soon again. */
const STEADY_MS = 60_000
/** After a polite end, so long until an impolite one. */
const PATIENCE_MS = 3_000

export interface TunnelRunOptions {
  program: TunnelProgram
  /** Its executable. */
  file: string
  /** `http://127.0.0.1:7643` */
  leadsTo: string
  /** The public address before: what was pasted into Entra, perhaps in another session. */
  formerUrl: string | null
  onChange(run: TunnelRun): void
  now(): number
  /** For tests: the pause before the first new start, in milliseconds; doubles from start to start. */
  firstPauseMs?: number
}

/** A tunnel program, kept alive: what it prints is kept, a crash starts it again after a growing pause. */
export function runTunnel(options: TunnelRunOptions) {
  const { program, file, leadsTo, formerUrl, onChange, now, firstPauseMs = FIRST_PAUSE_MS } = options
  let child: ChildProcess | null = null
  let timer: NodeJS.Timeout | null = null
  let pauseMs = firstPauseMs
  let isWanted = true
  let run: TunnelRun = {
    program,
    state: 'starting',
    url: null,
    formerUrl: null,
    retryAt: null,
    restarts: 0,
    output: []
  }

  function become(change: Partial<TunnelRun>): void {
    run = { ...run, ...change }
    onChange(run)
  }

  function start(): void {
    timer = null
    const startedAt = now()
    become({ state: 'starting', retryAt: null })
    const started = spawn(file, PROGRAMS[program].args(leadsTo), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: withoutSecrets(process.env),
      windowsHide: true
    })
    child = started
    readLines(started, line)
    // Both are told when a program cannot be started at all; once is enough.
    started.once('error', error => line(error.message))
    started.once('close', code => {
      child = null
      if (!isWanted) return
      line(`${program} ended (${code ?? 'killed'}).`)
      if (now() - startedAt >= STEADY_MS) pauseMs = firstPauseMs
      become({ state: 'waiting', retryAt: now() + pauseMs, restarts: run.restarts + 1 })
      timer = setTimeout(start, pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    })
  }

  function line(text: string): void {
    const output = [...run.output, text].slice(-LINES_KEPT)
    const url = PROGRAMS[program].urlIn(text)
    if (url === null) return become({ output })
    const before = run.url ?? formerUrl
    const hasMoved = before !== null && before !== url
    become({ output, url, state: 'running', ...(hasMoved && { formerUrl: before }) })
  }

  start()

  return {
    state: (): TunnelRun => run,
    /** Ends the program and resolves when it is gone. */
    async stop(): Promise<void> {
      isWanted = false
      if (timer) clearTimeout(timer)
      if (child) await ended(child)
      become({ state: 'stopped', retryAt: null })
    }
  }
}
export type RunningTunnel = ReturnType<typeof runTunnel>

/** Our own variables hold secrets and are no business of another program. */
const withoutSecrets = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('USHER_')))

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8')
    stream?.on('data', (text: string) => {
      const lines = (rest + text).split(/\r?\n/)
      rest = lines.pop() ?? ''
      for (const one of lines) if (one.trim() !== '') onLine(one)
    })
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.once('close', () => {
      clearTimeout(impatience)
      resolve()
    })
    child.kill()
  })
}
