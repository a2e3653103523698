import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { validateHar } from './har-file.mjs'
import { sendAtRate } from './paced-requests.mjs'
import { whileQuiet } from './stolen-time.mjs'
import { engineDurations, figuresOf, pairedRatio } from './window-turns.mjs'

const TURNS = 4
const LONGEST_S = 600
/** Without an export, as long as one of 100,000 rows takes. */
const PAUSE_S = 10

/**
 * What an export of everything costs the requests that come meanwhile: turns with one and without, the log open in both.
 *
 * @param {{ app: import('@playwright/test').ElectronApplication, page: import('@playwright/test').Page, target: object,
 *   dataFolder: string, ids: string[] }} options `page` shows the log
 */
export async function takeExportTurns({ app, page, target, dataFolder, ids }) {
  const file = join(process.env.TMPDIR ?? '/tmp', `usher-bench-${process.pid}.har`)
  const first = `${file}.first`
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  const measured = async (seconds, isOver) => {
    const { latenciesMs, during } = await sendAtRate(target, ids, seconds, isOver)
    return { latenciesMs, engineMs: engineDurations(dataFolder, during) }
  }

  const withoutExport = []
  const exporting = []
  const exportMs = []
  for (let turn = 0; turn < TURNS; turn++) {
    withoutExport.push((await whileQuiet(() => measured(PAUSE_S))).quietest)
    const beside = await whileQuiet(async () => {
      const { isOver, saved } = await beginExport(page)
      const figures = await measured(LONGEST_S, isOver)
      const ms = await saved
      await page.keyboard.press('Escape')
      return { ...figures, exportMs: ms }
    })
    exporting.push(beside.quietest)
    exportMs.push(Math.round(beside.quietest.exportMs))
    // The later ones hold the requests of all turns, on a busy host more than a text can be long.
    if (turn === 0) renameSync(file, first)
  }
  const har = validateHar(first)
  rmSync(first)
  rmSync(file)
  return {
    exportMs,
    ...har,
    withoutExport: figuresOf(withoutExport),
    exporting: figuresOf(exporting),
    p99Ratio: pairedRatio(exporting, withoutExport, 'latenciesMs'),
    engineP99Ratio: pairedRatio(exporting, withoutExport, 'engineMs')
  }
}

async function beginExport(page) {
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Export what is shown' })
  const startedAt = performance.now()
  let isSaved = false
  const saved = dialog
    .getByText(/saved as/)
    .waitFor({ timeout: LONGEST_S * 1000 })
    .then(() => {
      isSaved = true
      return performance.now() - startedAt
    })
  await dialog.getByRole('button', { name: 'Export' }).click()
  return { isOver: () => isSaved, saved }
}
