/**
 * `npm run bench -- --only log [--quick]`: the live log over 100,000 retained requests, in the built app. How soon it opens, how it
 * scrolls from end to end, what memory the page takes; what the open window costs requests at 200 a second, with every row counted;
 * what an export of everything costs them, and whether its file is HAR 1.2.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ensureElectron } from '../../scripts/setup/electron.mjs'
import startDisplay from '../e2e/global-setup.ts'
import { closeApp, launchApp, makeDataFolder, removeDataFolder, scimOrigin } from '../e2e/launch.ts'
import { validateHar } from './har-file.mjs'
import { openConnection, percentiles, round, sendAll } from './http-load.mjs'
import { scrollThrough, timeFilter, timeOpening } from './log-in-page.mjs'
import { SECRET, startUsher } from './servers.mjs'

const PEOPLE = 200
const RATE = 200
const CONNECTIONS = 8
const BASE = '/scim/v2'

export async function logWindow({ rows, seconds }) {
  const { version, environment } = await ensureElectron()
  Object.assign(process.env, environment)
  const stopDisplay = await startDisplay()
  const dataFolder = await makeDataFolder()
  try {
    const ids = await fill(dataFolder, rows)
    return { electron: version, rows, ...(await measureApp(dataFolder, ids, { rows, seconds })) }
  } finally {
    await removeDataFolder(dataFolder)
    await stopDisplay?.()
  }
}

/** Retained requests, made by the headless program before the window sees them. */
async function fill(dataFolder, rows) {
  await (await startUsher(dataFolder)).stop()
  const database = new Database(join(dataFolder, 'usher.db'))
  database.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES ('log.maxCount', '1000000')").run()
  database.close()

  const server = await startUsher(dataFolder)
  const ids = []
  const people = Array.from({ length: PEOPLE }, (_, person) => ({
    method: 'POST',
    path: `${BASE}/Users`,
    body: { userName: userName(person), active: true },
    check: (_status, text) => {
      ids.push(JSON.parse(text).id)
      return null
    }
  }))
  await sendAll(server.target, people, 1)
  const others = Array.from({ length: rows - PEOPLE }, (_, index) => requestAt(index, ids))
  await sendAll(server.target, others, CONNECTIONS)
  await server.stop()
  return ids
}

async function measureApp(dataFolder, ids, { rows, seconds }) {
  const usher = await launchApp({ dataFolder, environmentToken: SECRET })
  try {
    const { page, app } = usher
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Live log' }).click()
    await page.locator('[role=grid] [role=gridcell]').first().waitFor()
    const openingMs = await page.evaluate(timeOpening)
    const searchMs = await measureSearch(page)
    const scrolling = await page.evaluate(scrollThrough)
    const memoryMegabytes = await pageMemory(app, page)

    const { hostname, port } = new URL(await scimOrigin(page))
    const target = { host: hostname, port, token: SECRET }
    await page.keyboard.press('End')
    const before = await rowCount(page)
    const withWindow = await sendAtRate(target, ids, seconds)
    const expected = before + withWindow.requests
    await page.waitForFunction(
      count => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) >= count,
      expected
    )
    const counted = { expected, shown: await rowCount(page) }
    const memoryAfterMegabytes = await pageMemory(app, page)
    const exporting = await measureExport(usher, target, ids)

    await app.evaluate(({ app: program, BrowserWindow }) => {
      program.removeAllListeners('window-all-closed')
      program.on('window-all-closed', () => {})
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
    })
    const withoutWindow = await sendAtRate(target, ids, seconds)
    const engineMs = {
      withWindow: engineLatency(dataFolder, withWindow.during),
      withoutWindow: engineLatency(dataFolder, withoutWindow.during)
    }
    return {
      openingMs,
      searchMs,
      scrolling,
      memoryMegabytes,
      memoryAfterMegabytes,
      at200PerSecond: {
        counted,
        withWindow,
        withoutWindow,
        engineMs,
        p99Ratio: round(withWindow.latencyMs.p99 / withoutWindow.latencyMs.p99),
        engineP99Ratio: round(engineMs.withWindow.p99 / engineMs.withoutWindow.p99)
      },
      export: { ...exporting, p99Ratio: round(exporting.latencyMs.p99 / withoutWindow.latencyMs.p99), rows }
    }
  } finally {
    await closeApp(usher)
  }
}

/** A word, a phrase of common words that is nowhere, one in very many rows, and chips: from asking to the rows, and to the whole count. */
async function measureSearch(page) {
  const figures = {}
  for (const query of [
    'person-150@contoso',
    '"person version"',
    '"application/scim+json"',
    'status>=400',
    'method=PATCH'
  ]) {
    figures[query] = await page.evaluate(timeFilter, query)
    await page.evaluate(timeFilter, '')
  }
  return figures
}

async function measureExport({ app, page }, target, ids) {
  const file = join(process.env.TMPDIR ?? '/tmp', `usher-bench-${process.pid}.har`)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Export what is shown' })
  const startedAt = performance.now()
  let isSaved = false
  const saved = dialog
    .getByText(/saved as/)
    .waitFor({ timeout: 600_000 })
    .then(() => {
      isSaved = true
      return performance.now() - startedAt
    })
  await dialog.getByRole('button', { name: 'Export' }).click()
  const { latencyMs, requests } = await sendAtRate(target, ids, 600, () => isSaved)
  const exportMs = Math.round(await saved)
  await page.keyboard.press('Escape')
  const checked = validateHar(file)
  rmSync(file)
  return { exportMs, requestsMeanwhile: requests, latencyMs, ...checked }
}

/** Each request has its own due time; whoever is late sends at once, so that the rate holds on average. */
async function sendAtRate(target, ids, seconds, isOver = () => false) {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(target)))
  const total = RATE * seconds
  const latenciesMs = []
  const startedAt = performance.now()
  const during = { from: Date.now(), to: 0 }
  let next = 0
  await Promise.all(
    connections.map(async connection => {
      while (next < total && !isOver()) {
        const index = next++
        const earlyMs = startedAt + (index * 1000) / RATE - performance.now()
        if (earlyMs > 1) await new Promise(resolve => setTimeout(resolve, earlyMs))
        const sentAt = performance.now()
        const { status } = await connection.send(requestAt(index, ids))
        if (status !== 200) throw new Error(`A request was answered ${status}.`)
        latenciesMs.push(performance.now() - sentAt)
      }
    })
  )
  for (const connection of connections) connection.close()
  during.to = Date.now()
  return { requests: latenciesMs.length, latencyMs: percentiles(Float64Array.from(latenciesMs)), during }
}

/**
 * What the engine itself took, from a request's head to its answer, as its log has it: without the time that the client, and the
 * socket between, waited for a processor.
 */
function engineLatency(dataFolder, { from, to }) {
  const database = new Database(join(dataFolder, 'journal.db'), { readonly: true })
  const durations = database
    .prepare('SELECT duration_ms FROM exchanges WHERE duration_ms IS NOT NULL AND started_at BETWEEN ? AND ?')
    .pluck()
    .all(from, to)
  database.close()
  return percentiles(Float64Array.from(durations))
}

/** Three look-ups for one write, as Entra does in an incremental cycle. */
function requestAt(index, ids) {
  const person = index % PEOPLE
  if (index % 4 !== 0) {
    const filter = new URLSearchParams({ filter: `userName eq "${userName(person)}"` })
    return { method: 'GET', path: `${BASE}/Users?${filter}` }
  }
  const operation = { op: 'Replace', path: 'displayName', value: `Person ${person}, version ${index}` }
  return {
    method: 'PATCH',
    path: `${BASE}/Users/${ids[person]}`,
    body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [operation] }
  }
}

const userName = person => `person-${person}@contoso.example`

const rowCount = page =>
  page.evaluate(() => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')))

/** The page's process, and its JavaScript heap. */
async function pageMemory(app, page) {
  const session = await page.context().newCDPSession(page)
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  const pids = await app.evaluate(({ app: program }) =>
    program
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid)
  )
  const read = (pid, name) =>
    Number(
      new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0
    )
  const megabytes = name => Math.round(pids.reduce((sum, pid) => sum + read(pid, name), 0) / 1024)
  // Resident counts Electron's own program, which all its processes share; proportional shares it out.
  return { resident: megabytes('Rss'), proportional: megabytes('Pss'), heap: Math.round(usedSize / 1e6) }
}
