/** `node out/main/seed-demo.js FOLDER`: fills an empty data folder with a directory and three weeks of its history, for `npm run demo`. */
import { randomBytes } from 'node:crypto'
import { createEngine } from './engine'
import { createAppLog } from './platform/app-log'
import { createEntra, ENTRA_DEFAULTS } from './simulator/entra'
import { seededRandom } from './simulator/random'
import { createScimClient } from './simulator/scim-client'
import { passTime } from './simulator/scenarios'
import { EVENTS, inventTenant } from './simulator/tenant'

const DAY_MS = 86_400_000
const RHYTHM_MS = 40 * 60_000
const SIZE = { users: 60, groups: 24 }
/** One cycle a day that changed something, then today's in Entra's rhythm. */
const DAYS = 20
const TODAYS = 5

/** Time stands where it is put, and goes on from there. */
function createMovableClock() {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    standAgo(ms: number) {
      offset = -ms
    }
  }
}

async function seed(dataFolder: string): Promise<void> {
  const clock = createMovableClock()
  clock.standAgo((DAYS + 1) * DAY_MS)
  const secret = `usher_${randomBytes(20).toString('hex')}`
  const appLog = createAppLog(line => process.stderr.write(line))
  const engine = createEngine({
    dataFolder,
    port: 0,
    host: '127.0.0.1',
    environmentToken: secret,
    version: 'demo',
    clock,
    appLog
  })
  const { tenantUrl } = await engine.start()
  const client = createScimClient({ url: tenantUrl, secret }, 'entra')
  const tenant = inventTenant(SIZE, seededRandom(2026))
  const entra = createEntra(tenant, client, { wait: () => Promise.resolve() }, ENTRA_DEFAULTS)

  await entra.initialCycle()
  for (let day = DAYS; day > 0; day--) {
    // Entra comes at any time of the working day; the minutes differ so that no two days look alike.
    clock.standAgo(day * DAY_MS + (day % 7) * 37 * 60_000)
    passTime(tenant)
    if (day === DAYS || day === 8) EVENTS.groupIsNested(tenant)
    await entra.incrementalCycle()
  }
  for (let cycle = TODAYS; cycle > 0; cycle--) {
    clock.standAgo(cycle * RHYTHM_MS)
    passTime(tenant)
    EVENTS.groupIsNested(tenant)
    await entra.incrementalCycle()
  }
  clock.standAgo(0)
  client.close()
  await engine.stop()
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Say which folder to fill: node out/main/seed-demo.js FOLDER')
  process.exit(1)
}
await seed(folder)
