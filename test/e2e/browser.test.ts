import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { expect, sendTo, test } from './fixtures'
import { startHeadless } from './headless'
import { logRows, showScreen, tableRows } from './steps'

/** Debian's; Playwright brings none along. */
const CHROMIUM = '/usr/bin/chromium'

/** The built headless program on the test's data folder, until the test is over. */
const withHeadless = test.extend<{ server: Awaited<ReturnType<typeof startHeadless>> }>({
  server: async ({ dataFolder, secret }, give) => {
    const server = await startHeadless(dataFolder, secret, ['--console-port', '0'])
    await give(server)
    await server.end()
  },

  page: async ({ server }, give) => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    const page = await browser.newPage({
      locale: 'en-US',
      timezoneId: 'Europe/Vienna',
      reducedMotion: 'reduce'
    })
    await page.goto(server.console)
    await give(page)
    await browser.close()
  }
})

withHeadless(
  'a browser shows the same console, live, from the headless program, and downloads what it exports',
  async ({ page, server, secret }) => {
    const send = (method: string, path: string, body?: unknown) =>
      sendTo(new URL(server.scim).origin, method, path, body, secret)

    await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
    await showScreen(page, 'Live log')
    await expect(
      send('POST', '/Users', { userName: 'bo@contoso.example', displayName: 'Bo Holm' })
    ).resolves.toMatchObject({
      status: 201
    })
    await expect(logRows(page).last()).toContainText('Created Bo Holm')

    await showScreen(page, 'Users')
    await expect(tableRows(page, 'Users')).toContainText(['Bo Holm'])
    await showScreen(page, 'Groups')
    await expect(send('POST', '/Groups', { displayName: 'Finance' })).resolves.toMatchObject({ status: 201 })
    await expect(tableRows(page, 'Groups')).toContainText(['Finance'])

    await showScreen(page, 'Live log')
    await page.keyboard.press('Control+s')
    const downloading = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('usher-log.har')
    const { log } = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      log: { entries: { comment: string }[] }
    }
    expect(log.entries.map(({ comment }) => comment)).toEqual([
      expect.stringContaining('Created Bo Holm'),
      expect.stringContaining('Created group Finance')
    ])
  }
)

withHeadless(
  'the key in the address opens the console once and then is gone from it',
  async ({ page, server }) => {
    await expect(page.getByRole('banner')).toBeVisible()
    expect(page.url()).not.toContain('key=')
    const again = await fetch(server.console, { redirect: 'manual' })
    expect(again.status).toBe(401)
  }
)
