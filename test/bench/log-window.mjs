/**
 * `npm run bench -- --only log [--quick]`: the live log over 100,000 retained requests, in the built app. How soon it opens, how it
 * scrolls from end to end, how soon a search is answered, what memory the page takes; what the open window costs requests at 200 a
 * second, with every row counted; what searches and an export of everything cost them, and whether the export's file is HAR 1.2.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ensureElectron } from '../../scripts/setup/electron.mjs'
import startDisplay from '../e2e/global-setup.ts'
import { closeApp, launchApp, makeDataFolder, removeDataFolder, scimOrigin } from '../e2e/launch.ts'
import { takeExportTurns } from './export-turns.mjs'
import { sendAll } from './http-load.mjs'
import { scrollThrough, timeOpening } from './log-in-page.mjs'
import { BASE, CONNECTIONS, PEOPLE, requestAt, userName } from './paced-requests.mjs'
import { measureSearch, takeSearchTurns } from './search-turns.mjs'
import { SECRET, startUsher } from './servers.mjs'
import { takeTurns } from './window-turns.mjs'

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
    const { app } = usher
    const page = await showLog(usher.page)
    const openingMs = await page.evaluate(timeOpening)
    const searchMs = await measureSearch({ page, dataFolder, rows })
    const scrolling = await page.evaluate(scrollThrough)
    const memoryMegabytes = await pageMemory(app, page)

    const { hostname, port } = new URL(await scimOrigin(page))
    const target = { host: hostname, port, token: SECRET }
    const openLog = async () => showLog(app.windows()[0] ?? (await reopened(app)))
    const at200PerSecond = await takeTurns({ app, openLog, target, dataFolder, ids, seconds })

    const last = await openLog()
    return {
      openingMs,
      searchMs,
      scrolling,
      memoryMegabytes,
      memoryAfterMegabytes: await pageMemory(app, last),
      at200PerSecond,
      searching: await takeSearchTurns({ page: last, target, dataFolder, ids }),
      export: await takeExportTurns({ app, page: last, target, dataFolder, ids })
    }
  } finally {
    await closeApp(usher)
  }
}

/** The log, at its end and following. */
async function showLog(page) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Live log' }).click()
  await page.locator('[role=grid] [role=gridcell]').first().waitFor()
  await page.keyboard.press('End')
  return page
}

/** As a click on the icon does where a program lives on without a window. */
async function reopened(app) {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ app: program }) => void program.emit('activate'))
  return opened
}

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
