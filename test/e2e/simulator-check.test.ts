import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expectCleanInBothThemes } from './axe'
import { nextDownload } from './desktop-steps'
import { expect, sendTo, test } from './fixtures'
import { startHeadless } from './headless'
import { closeApp, makeSecret } from './launch'
import { filesWith } from './secret-steps'
import { run, simulator } from './simulator-steps'
import { logRows, showScreen } from './steps'

async function aimAt(page: Page, url: string, secret: string) {
  await page.getByRole('combobox', { name: 'Target' }).click()
  await page.getByRole('option', { name: 'Another SCIM server' }).click()
  await page.getByRole('textbox', { name: 'SCIM base URL' }).fill(url)
  await page.getByLabel('Secret token').fill(secret)
}

/** Presses a button and puts what it downloads into a file. */
async function download(page: Page, app: ElectronApplication, button: string, file: string): Promise<string> {
  const saved = await nextDownload(app, file)
  await page.getByRole('button', { name: button }).click()
  expect(await saved()).toMatchObject({ state: 'completed' })
  return readFile(file, 'utf8')
}

test('Another SCIM server as the target gets what is sent, this console nothing; its token is neither stored nor logged', async ({
  page,
  usher,
  send,
  dataFolder
}, testInfo) => {
  const secret = makeSecret()
  const other = await startHeadless(join(dataFolder, 'other'), secret, ['--console-port', 'off'])
  try {
    const scenarios = await simulator(page, 'Scenarios')
    await aimAt(page, other.scim, secret)
    await scenarios.getByRole('button', { name: 'Run Joiner' }).click()
    await expect(run(page).getByText('Complete')).toBeVisible()
    await expect(run(page)).toContainText(`against ${other.scim}`)
    const there = await sendTo(new URL(other.scim).origin, 'GET', '/Users', undefined, secret)
    expect(there.body).toMatchObject({ totalResults: 7 })
    expect((await send('GET', '/Users')).body).toMatchObject({ totalResults: 0 })

    const check = await simulator(page, 'Conformance check')
    await check.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(check.getByRole('region', { name: 'Report' })).toContainText(/hold, 0 fail/)
    const report = await download(page, usher.app, 'Download as JSON', testInfo.outputPath('report.json'))
    expect(JSON.parse(report)).toMatchObject({ url: other.scim, fails: 0 })
    expect(report).not.toContain(secret)

    await showScreen(page, 'Live log')
    await page.getByRole('textbox', { name: 'Filter requests' }).fill('is:simulated ')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await closeApp(usher)
  } finally {
    await other.end()
  }
  expect(filesWith(secret, dataFolder)).toEqual([])
})

test('The conformance check of this console ends in a report to read and to save; its requests count in no cycle and no forecast', async ({
  page,
  usher
}, testInfo) => {
  const check = await simulator(page, 'Conformance check')
  await check.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(run(page).getByText('Complete')).toBeVisible()
  const report = check.getByRole('region', { name: 'Report' })
  await expect(report).toContainText(/\d+ hold, 0 fail/)
  await report.getByText('Holds', { exact: true }).first().click()
  await expect(report.getByText(/^(GET|POST|PUT|PATCH|DELETE) .* → \d+/).first()).toBeVisible()
  const html = await download(page, usher.app, 'Download as HTML', testInfo.outputPath('report.html'))
  expect(html).toMatch(/^<!doctype html>[^]*RFC 7644/)
  await expectCleanInBothThemes(page, 'the report')

  await simulator(page, 'Scenarios')
  const forecast = page.getByRole('region', { name: 'Quarantine forecast' })
  await expect(forecast).toContainText('Nothing to judge')
  await showScreen(page, 'Live log')
  await page.getByRole('textbox', { name: 'Filter requests' }).fill('is:check is:error ')
  await expect(logRows(page).last()).toContainText('Check')
  await expect(page.getByRole('contentinfo').getByText(/Cycle \d/)).toBeHidden()
})
