/** `node out/main/seed-demo.js FOLDER`: fills an empty data folder with a directory and three weeks of its history, for `npm run demo`. */
import { createRouterClient } from '@orpc/server'
import { router } from './console/router'
import { createEngine } from './engine'
import { createAppLog } from './platform/app-log'
import { createEntra, ENTRA_DEFAULTS } from './simulator/entra'
import * as requests from './simulator/entra-requests'
import { seededRandom } from './simulator/random'
import { createScimClient } from './simulator/scim-client'
import { passTime } from './simulator/scenarios'
import { EVENTS, inventTenant, type Tenant, type TenantGroup } from './simulator/tenant'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const RHYTHM_MS = 40 * 60_000
const SIZE = { users: 60, groups: 17 }
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
  const appLog = createAppLog(line => process.stderr.write(line))
  const engine = createEngine({
    dataFolder,
    port: 0,
    host: '127.0.0.1',
    version: 'demo',
    clock,
    appLog,
    chance: seededRandom(2026).next
  })
  const { tenantUrl } = await engine.start()
  const here = engine.console.simulator.open(null)
  if (!here) throw new Error('The server of the demo does not listen.')
  const console = createRouterClient(router, { context: engine.console })
  const openClient = (secret: string) =>
    createScimClient({ url: tenantUrl, secret }, 'entra', { extraHeaders: here.simulated })

  const entraToken = await console.tokens.create({ name: 'Contoso Entra', expiresAt: null })
  const labToken = await console.tokens.create({ name: 'Contoso lab', expiresAt: null })
  const client = openClient(entraToken.secret)
  const lab = openClient(labToken.secret)
  const tenant = inventTenant(SIZE, seededRandom(2026))
  const entra = createEntra(tenant, client, { wait: () => Promise.resolve() }, ENTRA_DEFAULTS)

  const first = new Map([...tenant.groups.values()].map(group => [group.displayName, group]))

  /** What happened on some days besides a cycle; by how many days ago. */
  const incidents: Record<number, () => Promise<unknown>> = {
    19: async () => nestTeams(tenant, first),
    16: () => lab.send(requests.lookUpUser('userName', tenant.random.uuid())),
    14: () => console.tokens.revoke({ id: labToken.token.id }),
    13: () => lab.send(requests.lookUpUser('userName', tenant.random.uuid())),
    11: async () => void console.faults.arm(TOO_BUSY),
    9: async () => makeDivision(tenant, first),
    6: () => client.send(requests.createGroup('Contoso Finance', tenant.random.uuid())),
    5: async () => EVENTS.isPurged(tenant),
    3: async () => void console.faults.arm(OUT_OF_ORDER)
  }

  await entra.initialCycle()
  for (let day = DAYS; day > 0; day--) {
    // Entra comes at any time of the working day; the minutes differ so that no two days look alike.
    clock.standAgo(day * DAY_MS + (day % 7) * 37 * 60_000)
    passTime(tenant, 0)
    await incidents[day]?.()
    await entra.incrementalCycle()
  }
  clock.standAgo(5 * HOUR_MS)
  await openClient('usher_as_a_scanner_on_the_internet_would_guess').send(requests.readUser('1'))
  for (let cycle = TODAYS; cycle > 0; cycle--) {
    clock.standAgo(cycle * RHYTHM_MS)
    passTime(tenant, 0)
    await entra.incrementalCycle()
  }
  clock.standAgo(0)
  client.close()
  lab.close()
  here.close()
  await engine.stop()
}

const TOO_BUSY = {
  effect: { kind: 'status', status: 429, retryAfterS: 5 },
  method: 'PATCH',
  path: '/Users',
  share: 100,
  count: 2
} as const
const OUT_OF_ORDER = {
  effect: { kind: 'status', status: 503, retryAfterS: null },
  method: 'GET',
  path: '/Users',
  share: 100,
  count: 1
} as const

type GroupsByName = Map<string, TenantGroup>

/** Each team becomes a member of its department. */
function nestTeams(tenant: Tenant, groups: GroupsByName) {
  for (const [name, team] of groups) {
    const [department = name] = name.split(' – ')
    const above = groups.get(department)
    if (!above || above === team) continue
    above.members.add(team.objectId)
    tenant.changedGroups.add(above.objectId)
  }
}

/** Three departments come under one roof. */
function makeDivision(tenant: Tenant, groups: GroupsByName) {
  const objectId = tenant.random.uuid()
  const departments = ['Contoso IT', 'Contoso Warehouse & Logistics', 'Contoso Research']
  const members = new Set(departments.flatMap(name => groups.get(name)?.objectId ?? []))
  tenant.groups.set(objectId, { objectId, displayName: 'Contoso Operations', members })
  tenant.changedGroups.add(objectId)
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Say which folder to fill: node out/main/seed-demo.js FOLDER')
  process.exit(1)
}
await seed(folder)
