/**
 * `npm run bench -- [--quick] [--json FILE] [--only cycle,group,million,peers] [--concurrency 1,8,32] [--soak MINUTES] [--users N]`:
 * measures the built headless server beside a floor server, and one that does the least SCIM demands (with and without history and log), in one run and prints ratios. Every answer is checked and the final state is verified. See docs/performance.md.
 */
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { round } from './http-load.mjs'
import { bigGroup } from './big-group.mjs'
import { measurePhases, verifyState } from './measure.mjs'
import { million } from './million.mjs'
import { peers } from './peers.mjs'
import { incrementalMix, initialCycle, madeUpIds, withoutChecks } from './scenarios.mjs'
import { newFolder, removeFolder, startFloor, startForgetful, startLeast, startUsher } from './servers.mjs'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'string' },
    only: { type: 'string' },
    users: { type: 'string' },
    concurrency: { type: 'string', default: '1,8,32' },
    soak: { type: 'string', default: '10' }
  }
})
const size = values.quick ? { users: 500, groups: 20, mix: 800 } : { users: 10_000, groups: 100, mix: 16_000 }
const bigSize = values.quick ? 2_000 : 100_000
/** Smaller than the cycle: the peer reads and writes a whole group for each change of it, and would take hours. */
const peerSize = values.quick ? { users: 200, groups: 5 } : { users: 4_000, groups: 40 }
const manySize = values.users ? Number(values.users) : values.quick ? 20_000 : 1_000_000

const parts = {
  cycle: () => compareWithFloor(...values.concurrency.split(',').map(Number)),
  group: () => bigGroup(bigSize, values.quick ? 0 : Number(values.soak)),
  million: () => million(manySize),
  peers: () =>
    peers(values.users ? { users: Number(values.users), groups: Number(values.users) / 100 } : peerSize)
}
/** In the built app, with a window; only when asked for. */
const inWindow = {
  log: async () =>
    (await import('./log-window.mjs')).logWindow(
      values.quick ? { rows: 5_000, seconds: 10 } : { rows: 100_000, seconds: 60 }
    )
}
const chosen = values.only?.split(',') ?? Object.keys(parts)
const report = {
  at: new Date().toISOString(),
  machine: {
    cpu: cpus()[0]?.model,
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30)
  },
  node: process.version,
  size: { ...size, bigSize, manySize }
}
for (const name of chosen) report[name] = await { ...parts, ...inWindow }[name]()
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
console.log(JSON.stringify(report, null, 2))

async function compareWithFloor(...concurrencies) {
  const rows = []
  for (const concurrency of concurrencies) {
    const usher = await measureScim(startUsher, concurrency)
    const invented = madeUpIds(size)
    const floor = await measure(startFloor, concurrency, {
      initial: withoutChecks(initialCycle(size, invented)),
      incremental: () => withoutChecks(incrementalMix(size.mix, invented)),
      verify: async () => {}
    })
    const least = await measureScim(startLeast, concurrency)
    const forgetful = await measureScim(startForgetful, concurrency)
    for (const work of ['initial', 'incremental']) {
      const cpuOver = (other, one = usher) => round(one[work].cpuMsPerRequest / other[work].cpuMsPerRequest)
      rows.push({
        work,
        concurrency,
        cpuRatio: cpuOver(floor),
        cpuRatioToLeast: cpuOver(least),
        leastRatio: cpuOver(floor, least),
        forgetfulRatio: cpuOver(floor, forgetful),
        timeRatio: round(floor[work].requestsPerSecond / usher[work].requestsPerSecond),
        usher: usher[work],
        floor: floor[work],
        least: least[work],
        forgetful: forgetful[work]
      })
      const { cpuRatio, leastRatio, forgetfulRatio, timeRatio } = rows.at(-1)
      console.error(
        `${work} at ${concurrency}: server CPU ${cpuRatio}x floor (the least ${leastRatio}x, without history and log ${forgetfulRatio}x); time ${timeRatio}x`
      )
    }
  }
  return rows
}

function measureScim(startServer, concurrency) {
  const ids = { users: [], groups: [] }
  return measure(startServer, concurrency, {
    initial: initialCycle(size, ids),
    incremental: () => incrementalMix(size.mix, ids),
    verify: target => verifyState(target, ids)
  })
}

async function measure(startServer, concurrency, { initial, incremental, verify }) {
  const folder = newFolder()
  const server = await startServer(folder)
  try {
    const figures = {
      initial: await measurePhases(server, initial, concurrency),
      incremental: await measurePhases(server, incremental(), concurrency)
    }
    await verify(server.target)
    return { ...figures, startMs: round(server.startMs), rssMegabytes: round(server.rssMegabytes()) }
  } finally {
    await server.stop()
    removeFolder(folder)
  }
}
