/** Starts and stops the servers under measurement, and reads what they cost from /proc. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
const OURS = join(import.meta.dirname, '..', '..')
export const SECRET = 'bench-secret-0123456789-0123456789-abcdef'

export const newFolder = () => mkdtempSync(join(tmpdir(), 'usher-bench-'))
export const removeFolder = folder => rmSync(folder, { recursive: true, force: true })

/** The built headless server on a free port, of another checkout if told. `startMs` is from spawn to the ready line. */
export const startUsher = (folder, { hasConsole = false, root = OURS } = {}) => {
  const consolePort = hasConsole ? '0' : 'off'
  return start([
    join(root, 'out/main/headless.js'),
    '--data',
    folder,
    '--port',
    '0',
    '--console-port',
    consolePort
  ])
}

export const startFloor = folder => start([join(import.meta.dirname, 'floor-server.mjs'), folder])

/** What SCIM demands at the least, by hand. */
export const startLeast = folder => start([join(import.meta.dirname, 'least-server.mjs'), folder])

/** The same without history and log. */
export const startForgetful = folder =>
  start([join(import.meta.dirname, 'least-server.mjs'), folder, '--forgetful'])

/** A peer that keeps everything in memory; `folder` stays empty. */
export const startScimmy = () => start([join(import.meta.dirname, 'scimmy-server.mjs')])

async function start(args) {
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean), ...args],
    {
      env: { ...process.env, USHER_TOKEN: SECRET },
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  const ready = JSON.parse(await firstLine(child))
  if (ready.ready !== true) throw new Error(`the server did not start: ${JSON.stringify(ready)}`)
  const url = new URL(ready.scim)
  return {
    target: { host: url.hostname, port: Number(url.port), token: SECRET },
    /** The console's start address with its key, if it has one. */
    console: ready.console,
    pid: child.pid,
    startMs: performance.now() - startedAt,
    cpuMs: () => cpuMs(child.pid),
    rssMegabytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024,
    stop: signal => {
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.kill(signal ?? 'SIGTERM')
      return gone
    }
  }
}

/** User and system time of a process and all its threads. */
function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', function read(chunk) {
      text += chunk
      if (!text.includes('\n')) return
      child.stdout.off('data', read).resume()
      resolve(text.slice(0, text.indexOf('\n')))
    })
    child.once('exit', code =>
      reject(new Error(`the server ended with ${code} before it was ready: ${text}`))
    )
  })
}
