import { spawn } from 'node:child_process'
import { projectFolder, toolEnvironment } from './places.mjs'
import { say } from './say.mjs'

/** A tool's reason stands at its beginning (npm) or at its end (compilers). */
const SHOWN_LINES = 20

/**
 * Runs a tool to its end and resolves to its exit code; stdin, stdout and stderr are the reader's.
 * A code of 127 means that there is no such program.
 */
export function run(command, args, { cwd = projectFolder, env = toolEnvironment() } = {}) {
  return endedTool(spawn(command, args, { cwd, env, stdio: 'inherit', shell: process.platform === 'win32' }))
}

/** Runs a tool silently; only if it fails (or outlives `timeoutMs`) what it said is shown, shortened in the middle. */
export async function runQuietly(command, args, options = {}) {
  const { code, output } = await capture(command, args, options)
  if (code !== 0 && !options.mayFail && output) say(shortened(output))
  return code
}

function shortened(output) {
  const lines = output.trimEnd().split('\n')
  if (lines.length <= 2 * SHOWN_LINES) return lines.join('\n')
  return [...lines.slice(0, SHOWN_LINES), '…', ...lines.slice(-SHOWN_LINES)].join('\n')
}

/** Runs a tool and resolves to its exit code and everything it said. */
export async function capture(command, args, options = {}) {
  const { cwd = projectFolder, env = toolEnvironment(), timeoutMs } = options
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
    shell: process.platform === 'win32'
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => (output += text))
  const code = await endedTool(child)
  return { code, output }
}

/** Starts the program itself: signals sent to this script reach it, and its exit code becomes ours. */
export function runProgram(command, args, { env = toolEnvironment(), stdout = 'inherit', onStart } = {}) {
  const child = spawn(command, args, { cwd: projectFolder, env, stdio: ['inherit', stdout, 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  onStart?.(child)
  return ended(child)
}

/** Whoever stops the script stops the tool that it waits for, and what would come after it. */
async function endedTool(child) {
  const stop = signal => {
    // Tools tidy up on SIGINT; Playwright stops its display then.
    child.kill('SIGINT')
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.on(signal, stop)
  const code = await ended(child)
  for (const signal of signals) process.off(signal, stop)
  return code
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', problem => (problem.code === 'ENOENT' ? resolve(127) : reject(problem)))
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
