import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const PROGRAM = join(import.meta.dirname, '../../out/main/headless.js')

/** The first line on stdout. */
type FirstLine =
  | { ready: true; scim: string; console: string | null; data: string; pid: number }
  | { ready: false; error: string }

export interface Headless {
  first: FirstLine
  /** Everything on stdout so far. */
  stdout: () => string
  stderr: () => string
  kill: (signal: NodeJS.Signals) => void
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

/** Starts the built headless program and waits for its first line; ended after the test, whatever happens. */
export async function startHeadless(args: string[], env: Record<string, string> = {}): Promise<Headless> {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: build first (npm run build)`)

  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, USHER_TOKEN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  onTestFinished(() => void child.kill('SIGKILL'))

  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = endOf(child)
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')))
    })
    void ended.then(code => reject(new Error(`ended with ${code} before its first line: ${stderr}`)))
  })
  return {
    first: JSON.parse(await line) as FirstLine,
    stdout: () => stdout,
    stderr: () => stderr,
    kill: signal => void child.kill(signal),
    ended
  }
}

const endOf = (child: ChildProcess): Promise<number | NodeJS.Signals> =>
  new Promise(resolve => child.once('close', (code, signal) => resolve(code ?? signal ?? -1)))
