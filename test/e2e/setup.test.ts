import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { type Answer, handOn } from '../tls-front'
import { axeFindings, expectCleanInBothThemes } from './axe'
import { pictureFile } from './pictures'
import { expect, sendTo, test } from './fixtures'
import {
  closeApp,
  launchApp,
  makeDataFolder,
  makeSecret,
  removeDataFolder,
  scimOrigin,
  type LaunchedApp
} from './launch'
import { createTokenHere, showScreen } from './steps'
import { address, ALICE, statusOf, step, use } from './setup-steps'
import { openStubTunnel, type StubTunnel } from './tunnel'

test.describe.serial('A. Setup', () => {
  let dataFolder: string
  let launched: LaunchedApp
  let page: Page
  let tunnel: StubTunnel
  let secret: string
  let origin: string
  let answer: Answer = (_request, response) => void response.writeHead(404).end()

  const send = (method: string, path: string, body?: unknown, token = secret) =>
    sendTo(origin, method, path, body, token)

  test.beforeAll(async () => {
    dataFolder = await makeDataFolder()
    tunnel = await openStubTunnel((request, response) => answer(request, response))
    launched = await launchApp({
      dataFolder,
      environmentToken: makeSecret(),
      environment: tunnel.environment
    })
    page = launched.page
  })
  test.afterAll(async () => {
    await closeApp(launched)
    await tunnel.close()
    await removeDataFolder(dataFolder)
  })

  test('A1 On a fresh data folder the app opens on Setup with "1 of 7" done (Server).', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Setup' })).toBeVisible()
    await expect(page.getByText('1 of 7 done')).toBeVisible()
    await expect(statusOf(page, 'Server')).toHaveText('Done')
    origin = await scimOrigin(page)
  })

  test('A2 Each step is a list item with a status text (Done, Waiting, Needs attention), not colour alone.', async () => {
    for (const name of [
      'Public address',
      'Token',
      'Test connection',
      'Mappings',
      'Assign',
      'Provision on demand'
    ]) {
      await expect(statusOf(page, name)).toHaveText('Waiting')
    }
    await expectCleanInBothThemes(page, 'Setup', 'setup')
  })

  test('A3 Entering `http://` or a host without TLS is refused inline with the reason; the step does not tick.', async () => {
    await address(page).fill('http://scim.contoso.example')
    await use(page).click()
    await expect(step(page, 'Public address')).toContainText('http:// addresses have no TLS')
    await expect(statusOf(page, 'Public address')).toHaveText('Waiting')

    await address(page).fill(origin.replace('http:', 'https:').replace('127.0.0.1', 'localhost'))
    await use(page).click()
    await expect(step(page, 'Public address')).toContainText('localhost closed the connection when TLS began')
    await expect(statusOf(page, 'Public address')).toHaveText('Needs attention')
  })

  test('A4 With a stub tunnel answering HTML, the step reads "answered with a web page, not SCIM" and shows the first line.', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.end('<!doctype html><html><head><title>You are about to visit</title></head></html>')
    }
    await address(page).fill(tunnel.url)
    await use(page).click()
    await expect(step(page, 'Public address')).toContainText('answered with a web page, not SCIM')
    await expect(step(page, 'Public address')).toContainText('You are about to visit')

    answer = handOn(() => origin)
    await step(page, 'Public address').getByRole('button', { name: 'Check again' }).click()
    await expect(statusOf(page, 'Public address')).toHaveText('Done')
  })

  test('A5 Creating a token here shows Tenant URL and Secret token in one panel; after *Done* the secret is not in the DOM anywhere.', async () => {
    const { dialog, secret: shown } = await createTokenHere(page, 'Contoso Entra')
    await expect(dialog.getByLabel('Tenant URL', { exact: true })).toHaveText(`${tunnel.url}/scim/v2`)
    expect(await page.content()).toContain(shown)
    await dialog.getByRole('checkbox', { name: 'I have copied it' }).check()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toBeHidden()
    expect(await page.content()).not.toContain(shown)
    await expect(statusOf(page, 'Token')).toHaveText('Done')
    secret = shown
  })

  test('A6 `send(GET /Users?filter=userName eq "<uuid>")` with the new token ticks Test connection within 1 s and quotes the filter.', async () => {
    const probe = randomUUID()
    await send('GET', `/Users?filter=userName+eq+%22${probe}%22`)
    await expect(statusOf(page, 'Test connection')).toHaveText('Done')
    await expect(step(page, 'Test connection')).toContainText(`userName eq "${probe}"`)
  })

  test('A7 The same call with a wrong token shows "Refused: unknown token" in the step, with *How to fix*, and keeps waiting.', async () => {
    await send('GET', `/Users?filter=userName+eq+%22${randomUUID()}%22`, undefined, makeSecret())
    await expect(step(page, 'Test connection')).toContainText('Refused: unknown token')
    await expect(step(page, 'Test connection')).toContainText('How to fix')
    await expect(step(page, 'Test connection')).toContainText('Still waiting for a good request.')
    await expect(statusOf(page, 'Test connection')).toHaveText('Needs attention')
  })

  test('A8 A call to `/Users` under a wrong base path shows "Path should start with /scim/v2" with the URL to paste.', async () => {
    await fetch(`${origin}/scim/Users`, { headers: { Authorization: `Bearer ${secret}` } })
    const trouble = step(page, 'Test connection').getByRole('group', {
      name: 'Path should start with /scim/v2'
    })
    await expect(trouble).toContainText('/scim/Users')
    await expect(trouble).toContainText(`${tunnel.url}/scim/v2`)
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      await page.screenshot({ path: pictureFile(`setup-trouble-${theme}-1280x800`) })
    }
  })

  test("A9 The first 201 on `/Users` ticks Provision on demand and shows the person's name, linked to Users.", async () => {
    await expect(send('POST', '/Users', ALICE)).resolves.toMatchObject({ status: 201 })
    await expect(statusOf(page, 'Provision on demand')).toHaveText('Done')
    await expect(page.getByText('7 of 7 done')).toBeVisible()
    const assign = step(page, 'Assign')
    await expect(assign).not.toContainText('Users and groups')
    await assign.getByRole('button', { name: 'Details', expanded: false }).click()
    await expect(assign).toContainText('Users and groups')
    await assign.getByRole('button', { name: 'Details', expanded: true }).click()
    await expect(assign).not.toContainText('Users and groups')
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link').last()).toContainText(
      'Setup'
    )
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.screenshot({ path: pictureFile('setup-done-dark-1920x1080') })
    expect.soft(await axeFindings(page)).toEqual([])
    await step(page, 'Provision on demand').getByRole('link', { name: 'Alice Ng' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Alice Ng' })).toBeVisible()
  })

  test('A10 *Play a demo* completes all ticks marked "demo", and *Reset demo* restores the empty state.', async ({
    launch
  }) => {
    const fresh = await launch()
    await fresh.page.getByRole('button', { name: 'Play a demo' }).click()
    await expect(fresh.page.getByText('7 of 7 done')).toBeVisible()
    await expect(fresh.page.getByText('demo', { exact: true })).toHaveCount(6)
    await expect(async () => {
      await fresh.page.getByRole('button', { name: 'Reset demo' }).click()
      await expect(fresh.page.getByRole('button', { name: 'Play a demo' })).toBeVisible({ timeout: 500 })
    }).toPass()
    await expect(fresh.page.getByText('1 of 7 done')).toBeVisible()
    await showScreen(fresh.page, 'Users')
    await expect(fresh.page.getByText('No users yet')).toBeVisible()
  })
})
