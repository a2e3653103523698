import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { closeApp, launchApp, makeDataFolder, makeSecret, removeDataFolder } from './launch'
import { logRows, showScreen } from './steps'

/** As many rows as no browser could draw as one element: 33.6 million pixels in the presenter layout. */
const ROWS = 600_000

/** Requests as short as can be, put into the journal of a folder that was in use before. */
function fill(dataFolder: string) {
  const journal = new Database(join(dataFolder, 'journal.db'))
  journal.exec(`
    DELETE FROM exchanges;
    WITH RECURSIVE numbers (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM numbers WHERE id < ${ROWS})
    INSERT INTO exchanges (id, started_at, duration_ms, ending, outcome, origin, method, target, status, token_key, kind,
                           story, users_key, groups_key, has_change, is_simulated, request_bytes, response_bytes)
    SELECT id, ${Date.now()} - (${ROWS} - id) * 100, 1, 'answered', 'ok', 'scim', 'GET', '/scim/v2/Users/' || id, 200, '', 'health',
           '{"kind":"health"}', '', '', 0, 0, 0, 0
      FROM numbers;
    INSERT INTO texts (id, request_headers, response_headers, tolerances)
    SELECT id, '[]', '[]', '[]' FROM exchanges`)
  journal.close()
  const settings = new Database(join(dataFolder, 'usher.db'))
  const put = settings.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)')
  put.run('log.maxCount', '1000000')
  settings.close()
}

test('600,000 rows: both ends and the middle are reached, in the normal and in the presenter layout', async () => {
  const dataFolder = await makeDataFolder()
  const environmentToken = makeSecret()
  await closeApp(await launchApp({ dataFolder, environmentToken }))
  fill(dataFolder)
  const app = await launchApp({ dataFolder, environmentToken })
  try {
    const { page } = app
    await showScreen(page, 'Live log')
    const grid = page.getByRole('grid', { name: 'Requests' })
    const rows = logRows(page)
    // The program's own start is a row, too.
    await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(ROWS)
    const count = Number(await grid.getAttribute('aria-rowcount'))
    const middle = Math.round(count / 2)

    for (const layout of ['normal', 'presenter']) {
      await test.step(layout, async () => {
        if (layout === 'presenter') await page.keyboard.press('Control+Shift+P')
        await page.keyboard.press('Home')
        await expect(rows.first()).toHaveAttribute('aria-rowindex', '1')
        await expect(rows.first()).toBeInViewport()
        await page.keyboard.press('End')
        await expect(rows.last()).toHaveAttribute('aria-rowindex', String(count))
        await expect(rows.last()).toBeInViewport()

        await grid.getByRole('rowgroup').evaluate(list => {
          list.scrollTop = (list.scrollHeight - list.clientHeight) / 2
        })
        await expect(rows.filter({ hasText: /./ }).first()).toBeVisible()
        const fromMiddle = async () =>
          Math.abs(Number(await rows.nth(5).getAttribute('aria-rowindex')) - middle)
        await expect.poll(fromMiddle).toBeLessThan(100)
        await expect(grid.locator('[aria-busy]')).toHaveCount(0)
      })
    }

    const exportInto = async (name: string) => {
      await app.app.evaluate(
        ({ dialog }, filePath) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
        },
        join(dataFolder, name)
      )
      await page.keyboard.press('ControlOrMeta+s')
      const dialog = page.getByRole('dialog', { name: 'Export what is shown' })
      await dialog.getByRole('button', { name: 'Export' }).click()
      return dialog
    }

    await test.step('an export to where nothing can be written says why', async () => {
      const dialog = await exportInto(join('no such folder', 'everything.har'))
      await expect(
        dialog.getByText('The file could not be written (ENOENT). Choose another place.')
      ).toBeVisible()
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await expect(dialog).toBeHidden()
    })

    await test.step('an export that is cancelled leaves no file', async () => {
      const dialog = await exportInto('everything.har')
      await expect(dialog.getByText(/^[1-9][\d,]* of 600,\d+ written$/)).toBeVisible()
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeVisible()
      const left = () => readdirSync(dataFolder).filter(name => name.includes('everything'))
      await expect.poll(left).toEqual([])
    })
  } finally {
    await closeApp(app)
    await removeDataFolder(dataFolder)
  }
})
