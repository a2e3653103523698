/**
 * `npm run rehearse [-- --users 10000] [-- --groups 200] [-- --cycles 20] [-- --seed 7] [-- --dialect entra] [-- --faults 10]`: the
 * simulated clients against the built server, then everything is read back and compared. With `--faults`, so many requests of a
 * hundred are met by 500, 429, a lost connection (before and after the work) or a delay, until nothing is left to send.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newFolder, removeFolder, SECRET, startUsher } from '../bench/servers.mjs'

const DIALECTS = ['entra', 'entra-flag', 'okta']
/** Of ten faults. */
const FAULTS = [
  [{ kind: 'status', status: 500, retryAfterS: null }, 3],
  [{ kind: 'status', status: 429, retryAfterS: 0 }, 3],
  [{ kind: 'drop', isWorkDone: false }, 1],
  [{ kind: 'drop', isWorkDone: true }, 2],
  [{ kind: 'delay', delayMs: 5 }, 1]
]

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '10000' },
    groups: { type: 'string', default: '200' },
    cycles: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    dialect: { type: 'string' },
    faults: { type: 'string', default: '0' }
  }
})

let isGood = true
for (const dialect of values.dialect === undefined ? DIALECTS : [values.dialect]) {
  const folder = newFolder()
  const server = await startUsher(folder, { hasConsole: true })
  try {
    await armFaults(server.console, Number(values.faults))
    const summary = await simulate(server.target, dialect)
    const { requests, failures, differences, counts, elapsedMs, latencyMs, result } = summary
    isGood &&= result.ended === 'complete' && summary.isSettled && differences.length === 0
    const failed = Object.entries(failures).map(([code, count]) => `${count} × ${code}`)
    console.log(
      `${dialect}, seed ${values.seed}: ${counts.users} users, ${counts.groups} groups, ${requests} requests in ` +
        `${(elapsedMs / 1000).toFixed(1)} s, p50 ${latencyMs.p50.toFixed(1)} p99 ${latencyMs.p99.toFixed(1)} ms; ` +
        `failures: ${failed.join(', ') || 'none'}; ${result.ended}; ${differences.length} differences`
    )
    for (const difference of differences.slice(0, 10)) console.log(`  ${difference}`)
  } finally {
    await server.stop()
    removeFolder(folder)
  }
}
process.exitCode = isGood ? 0 : 1

/** @param address the console's start address with its key */
async function armFaults(address, percent) {
  if (percent === 0) return
  const entered = await fetch(address, { redirect: 'manual' })
  const headers = {
    'Content-Type': 'application/json',
    cookie: entered.headers.get('set-cookie').split(';')[0]
  }
  for (const [effect, tenths] of FAULTS) {
    const rule = { effect, share: Math.round((percent * tenths) / 10), method: null, path: '', count: null }
    const body = JSON.stringify({ json: rule })
    const answer = await fetch(new URL('/rpc/faults/arm', address), { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`arming a fault: ${answer.status} ${await answer.text()}`)
  }
}

function simulate({ host, port }, dialect) {
  const args = ['users', 'groups', 'cycles', 'seed'].flatMap(name => [`--${name}`, values[name]])
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../../out/main/simulate.js'),
      `--url=http://${host}:${port}/scim/v2`,
      '--token-env=USHER_TOKEN',
      '--scenario=incremental',
      `--dialect=${dialect}`,
      ...args,
      '--until-settled',
      '--verify',
      '--json'
    ],
    { env: { ...process.env, USHER_TOKEN: SECRET }, stdio: ['ignore', 'pipe', 'inherit'] }
  )
  let text = ''
  child.stdout.on('data', chunk => (text += chunk))
  return new Promise(resolve => child.once('exit', () => resolve(JSON.parse(text))))
}
