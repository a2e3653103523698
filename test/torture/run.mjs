/**
 * `npm run torture -- [--kills 200] [--seed 1] [--only kill,disk] [--app]`: the large forms of the fault tests. `--app` kills the
 * whole app with its window instead of the headless server. See docs/performance.md.
 */
import { parseArgs } from 'node:util'
import { fillDisk } from './disk-full.mjs'
import { killRepeatedly } from './kill.mjs'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    app: { type: 'boolean' }
  }
})
const chosen = (values.only ?? (values.app ? 'kill' : 'kill,disk')).split(',')
const faults = []

if (chosen.includes('disk')) {
  const disk = await fillDisk()
  console.log(
    `Disk full: ${disk.acknowledged} acknowledged, ${disk.refused} refused, ${disk.faults.length} faults`
  )
  faults.push(...disk.faults)
}
if (chosen.includes('kill')) {
  const kills = Number(values.kills)
  const app = values.app ? await (await import('./app.mjs')).prepareApp() : null
  let killed
  try {
    killed = await killRepeatedly({
      kills,
      seed: Number(values.seed),
      ...(app && { start: app.start }),
      onKill: done => {
        if (done % 10 === 0) console.error(`${done} of ${kills} kills`)
      }
    })
  } finally {
    await app?.end()
  }
  console.log(
    `${killed.kills} kills of the ${app ? 'app' : 'server'}, ${killed.acknowledged} acknowledged writes, ${killed.missing.length} missing, ` +
      `${killed.integrity.length} integrity faults`
  )
  faults.push(...killed.missing, ...killed.integrity)
}
for (const line of faults.slice(0, 100)) console.log(line)
process.exit(faults.length === 0 ? 0 : 1)
