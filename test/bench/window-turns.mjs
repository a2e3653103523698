import { join } from 'node:path'
import Database from 'better-sqlite3'
import { percentiles, round } from './http-load.mjs'
import { sendAtRate } from './paced-requests.mjs'
import { whileQuiet } from './stolen-time.mjs'

const TURNS = 6
/** A page that has just opened compiles what it runs for some seconds. */
const WARM_S = 10

/**
 * What an open window that follows the log costs requests: turns with it and without it in one program, so that neither a
 * program that has become warm nor a neighbour who came later speaks for one side.
 *
 * @param {{ app: import('@playwright/test').ElectronApplication, openLog: () => Promise<import('@playwright/test').Page>,
 *   target: object, dataFolder: string, ids: string[], seconds: number }} options `seconds` for each side; `openLog` shows the log
 * @returns the figures, and how many rows the log should have shown and showed at the end of the last turn with a window
 */
export async function takeTurns({ app, openLog, target, dataFolder, ids, seconds }) {
  const withWindow = []
  const withoutWindow = []
  const turn = async side => {
    const warming = await sendAtRate(target, ids, WARM_S)
    const { quietest, attempts } = await whileQuiet(async () => {
      const { latenciesMs, during } = await sendAtRate(target, ids, seconds / TURNS)
      return { latenciesMs, engineMs: engineDurations(dataFolder, during) }
    })
    side.push(quietest)
    return [warming, ...attempts].reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0)
  }

  let counted = null
  // The program would end with its last window.
  await app.evaluate(({ app: program }) => {
    program.removeAllListeners('window-all-closed')
    program.on('window-all-closed', () => {})
  })
  for (let number = 0; number < TURNS; number++) {
    const page = await openLog()
    const before = await rowCount(page)
    const expected = before + (await turn(withWindow))
    await page.waitForFunction(
      count => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) >= count,
      expected
    )
    counted = { expected, shown: await rowCount(page) }
    if (counted.shown !== expected) throw new Error(`The log shows ${counted.shown} of ${expected} rows.`)
    await closeWindows(app)
    await turn(withoutWindow)
  }
  return {
    counted,
    withWindow: figuresOf(withWindow),
    withoutWindow: figuresOf(withoutWindow),
    p99Ratio: pairedRatio(withWindow, withoutWindow, 'latenciesMs'),
    engineP99Ratio: pairedRatio(withWindow, withoutWindow, 'engineMs')
  }
}

/** Of all turns of one side together, and of each. */
export const figuresOf = turns => ({
  requests: turns.flatMap(({ latenciesMs }) => latenciesMs).length,
  latencyMs: percentiles(Float64Array.from(turns.flatMap(({ latenciesMs }) => latenciesMs))),
  engineMs: percentiles(Float64Array.from(turns.flatMap(({ engineMs }) => engineMs))),
  p99OfTurns: turns.map(({ latenciesMs }) => p99Of(latenciesMs)),
  engineP99OfTurns: turns.map(({ engineMs }) => p99Of(engineMs)),
  stolenPercentOfTurns: turns.map(({ stolenPercent }) => stolenPercent)
})

const p99Of = values => percentiles(Float64Array.from(values)).p99

/** The median of what each turn's p99 is to that of the turn after it: one bad moment of the machine spoils one pair. */
export function pairedRatio(turns, others, kind) {
  const ratios = turns
    .map((turn, index) => p99Of(turn[kind]) / p99Of(others[index][kind]))
    .toSorted((a, b) => a - b)
  const middle = ratios.length / 2
  return round((ratios[Math.ceil(middle) - 1] + ratios[Math.floor(middle)]) / 2)
}

const closeWindows = app =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
  })

/**
 * What the engine itself took for each request, from its head to its answer, as its log has it: without the time that the client,
 * and the socket between, waited for a processor.
 */
export function engineDurations(dataFolder, { from, to }) {
  const database = new Database(join(dataFolder, 'journal.db'), { readonly: true })
  const durations = database
    .prepare('SELECT duration_ms FROM exchanges WHERE duration_ms IS NOT NULL AND started_at BETWEEN ? AND ?')
    .pluck()
    .all(from, to)
  database.close()
  return durations
}

const rowCount = page =>
  page.evaluate(() => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')))
