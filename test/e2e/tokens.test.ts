import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { expectCleanInBothThemes } from './axe'
import { expect, sendTo, test } from './fixtures'
import { closeApp, launchApp, makeDataFolder, removeDataFolder, scimOrigin, type LaunchedApp } from './launch'
import { commandLines, exportEverything, filesWith } from './secret-steps'
import { createToken, logRows, openNewToken, showScreen, tableRows } from './steps'

const DAY_MS = 86_400_000

const row = (page: Page, name: string) => tableRows(page, 'Tokens').filter({ hasText: name })

test.describe.serial('T. Tokens', () => {
  let dataFolder: string
  let launched: LaunchedApp
  let page: Page
  let origin: string
  let printed = ''
  const secrets = new Map<string, string>()

  const send = async (name: string) =>
    (await sendTo(origin, 'GET', '/Users', undefined, secrets.get(name) ?? '')).status

  /** As another program with the data folder would. */
  function inDatabase(sql: string) {
    const db = new DatabaseSync(join(dataFolder, 'usher.db'), { timeout: 30_000 })
    try {
      db.exec(sql)
    } finally {
      db.close()
    }
  }

  test.beforeAll(async () => {
    dataFolder = await makeDataFolder()
    launched = await launchApp({ dataFolder })
    page = launched.page
    for (const stream of [launched.program.stdout, launched.program.stderr]) {
      stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    }
    origin = await scimOrigin(page)
  })
  test.afterAll(async () => {
    await closeApp(launched)
    await removeDataFolder(dataFolder)
  })

  test('T1 Empty state offers *Create token*; a failed load shows the failure and *Try again*, never the empty state.', async () => {
    await showScreen(page, 'Tokens')
    await expect(page.getByText('No tokens yet')).toBeVisible()
    await expect(page.getByRole('main').getByRole('button', { name: 'Create token' })).toHaveCount(2)

    inDatabase('ALTER TABLE tokens RENAME TO hidden')
    await showScreen(page, 'Users')
    await showScreen(page, 'Tokens')
    await expect(page.getByRole('alert')).toContainText('The tokens could not be loaded')
    await expect(page.getByText('No tokens yet')).toBeHidden()
    inDatabase('ALTER TABLE hidden RENAME TO tokens')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('No tokens yet')).toBeVisible()
  })

  test('T2 Create asks for a name and an expiry (30, 90, 365 days, custom, never); an empty or duplicate name is refused inline.', async () => {
    secrets.set('Contoso', await createToken(page, 'Contoso'))
    await page.getByRole('button', { name: 'Create token' }).first().click()
    const form = page.getByRole('dialog', { name: 'Create token' })
    for (const choice of ['30 days', '90 days', '365 days', 'On a date', 'Never']) {
      await expect(form.getByRole('radio', { name: choice })).toBeAttached()
    }
    await form.getByRole('button', { name: 'Create token' }).click()
    await expect(form.getByText('Give the token a name.')).toBeVisible()
    await form.getByRole('textbox', { name: 'Name' }).fill('Contoso')
    await form.getByRole('button', { name: 'Create token' }).click()
    await expect(form.getByText('Another token has this name.')).toBeVisible()
    await form.getByRole('button', { name: 'Cancel' }).click()
    await expect(form).toBeHidden()
  })

  test('T3 The new secret starts with the fixed prefix and is shown once; closing needs "I have copied it".', async () => {
    const { dialog, secret } = await openNewToken(page, 'Shown once')
    expect(secret).toMatch(/^usher_[0-9A-Za-z]{40}$/)
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Done' }).press('Enter')
    await expect(dialog.getByText('Tick “I have copied it” first')).toBeVisible()
    await dialog.getByRole('button', { name: 'Copy Tenant URL' }).click()
    await dialog.getByRole('button', { name: 'Copy Secret token' }).click()
    await expect(dialog.getByRole('checkbox', { name: 'I have copied it' })).toBeChecked()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toBeHidden()
    secrets.set('Shown once', secret)
  })

  test('T4 After closing, neither DOM, log, database file nor exports contain the secret.', async () => {
    const secret = secrets.get('Shown once') ?? ''
    expect(await send('Shown once')).toBe(200)
    await sendTo(origin, 'POST', '/Users', { userName: 'exported', password: secret }, secret)
    await sendTo(origin, 'GET', `/Users?access_token=${secret}`, undefined, secret)
    expect(await page.content()).not.toContain(secret)
    await showScreen(page, 'Live log')
    await expect(logRows(page).last()).toContainText('Shown once')
    expect(await page.content()).not.toContain(secret)
    expect(filesWith(secret, dataFolder)).toEqual([])
    const exported = await exportEverything(page, launched.app)
    expect(filesWith('Shown once', exported)).not.toEqual([])
    expect(filesWith(secret, exported)).toEqual([])
    expect(printed).not.toContain(secret)
    expect(commandLines()).not.toContain(secret)
  })

  test('T5 The row shows Never used; after a `send()` it shows the time, address and user agent, or "no user agent" (Entra sends none).', async () => {
    await showScreen(page, 'Tokens')
    await expect(row(page, 'Contoso')).toContainText('Never used')
    await fetch(`${origin}/scim/v2/Users`, {
      headers: { Authorization: `Bearer ${secrets.get('Contoso')}`, 'User-Agent': 'Okta SCIM Client 1.0.0' }
    })
    await expect(row(page, 'Contoso')).toContainText('127.0.0.1 · Okta SCIM Client 1.0.0')
    await expect(row(page, 'Contoso')).toContainText(/just now|\d+ s ago/)
    await sendWithoutAgent(origin, secrets.get('Contoso') ?? '')
    await expect(row(page, 'Contoso')).toContainText('127.0.0.1 · no user agent')
  })

  test('T6 *Revoke* names the last use; afterwards that token gets 401 and a refused row naming the token.', async () => {
    await page.getByRole('button', { name: 'Revoke Shown once' }).click()
    const dialog = page.getByRole('dialog', { name: 'Revoke “Shown once”?' })
    await expect(dialog).toContainText(/It was last used .* from 127\.0\.0\.1/)
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(row(page, 'Shown once')).toContainText('Revoked')
    expect(await send('Shown once')).toBe(401)
    await showScreen(page, 'Live log')
    await expect(logRows(page).last()).toContainText('Refused: the token "Shown once" was revoked on')
    await showScreen(page, 'Tokens')
  })

  test('T7 *Rotate* with overlap keeps the old secret working; the panel ticks when the new one is used first, then offers Revoke old.', async () => {
    await page.getByRole('button', { name: 'Rotate Contoso' }).click()
    const panel = page.getByRole('dialog', { name: 'Rotate “Contoso”' })
    await panel.getByRole('radio', { name: 'for 24 more hours' }).check()
    await panel.getByRole('button', { name: 'Make new secret' }).click()
    const fresh = (await panel.getByLabel('Secret token', { exact: true }).textContent()) ?? ''
    expect(await send('Contoso')).toBe(200)
    await panel.getByRole('checkbox', { name: 'I have copied it' }).check()
    await panel.getByRole('button', { name: 'Done' }).click()

    await expect(panel).toContainText('Waiting for the first request with the new secret')
    await expectCleanInBothThemes(page, 'rotate', 'rotate')
    expect((await sendTo(origin, 'GET', '/Users', undefined, fresh)).status).toBe(200)
    await expect(panel.getByRole('listitem', { name: /^3\./ }).getByRole('status').first()).toHaveText('Done')
    await panel.getByRole('button', { name: 'Revoke old' }).click()
    await page
      .getByRole('dialog', { name: 'Revoke “Contoso”?' })
      .getByRole('button', { name: 'Revoke token' })
      .click()
    await expect(row(page, 'Contoso')).toHaveCount(2)
    await expect(row(page, 'Contoso').first()).toContainText('Revoked')
    expect(await send('Contoso')).toBe(401)
    expect((await sendTo(origin, 'GET', '/Users', undefined, fresh)).status).toBe(200)
  })

  test('T8 An expired token gets 401; the row says Expired and the log row says "expired on …".', async () => {
    secrets.set('Short', await createToken(page, 'Short'))
    inDatabase(`UPDATE tokens SET expires_at = ${Date.now() - DAY_MS} WHERE name = 'Short'`)
    expect(await send('Short')).toBe(401)
    await showScreen(page, 'Live log')
    await expect(logRows(page).last()).toContainText('Refused: the token "Short" expired on')
    await showScreen(page, 'Tokens')
    await expect(row(page, 'Short')).toContainText('Expired')
  })

  test('T9 Expiry within 20 days shows "Expires in n days" in the row, on Setup and in the header.', async () => {
    await page.getByRole('button', { name: 'Create token' }).first().click()
    const form = page.getByRole('dialog', { name: 'Create token' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Lab')
    await form.getByText('On a date').click()
    await form.getByLabel('Last day').fill(dayAfter(10))
    await form.getByRole('button', { name: 'Create token' }).click()
    const dialog = page.getByRole('dialog', { name: 'Token “Lab” is ready' })
    await dialog.getByRole('checkbox', { name: 'I have copied it' }).check()
    await dialog.getByRole('button', { name: 'Done' }).click()

    await expect(row(page, 'Lab')).toContainText('Expiring soon')
    await expect(row(page, 'Lab')).toContainText('Expires in 10 days')
    await expect(page.getByRole('banner')).toContainText('Token “Lab” expires in 10 days')
    await expectCleanInBothThemes(page, 'tokens-all', 'tokens-all')
    await showScreen(page, 'Setup')
    await expect(page.getByRole('main')).toContainText('Expires in 10 days')
  })

  test('T10 Every create, rotate, revoke is a console row in the live log.', async () => {
    await showScreen(page, 'Live log')
    const log = page.getByRole('grid', { name: 'Requests' })
    for (const sentence of [
      'Created the token "Lab"',
      'Rotated the token "Contoso"; the old secret works until',
      'Revoked the token "Shown once"'
    ]) {
      await expect(log).toContainText(sentence)
    }
  })
})

/** `2027-01-31`, so many days after today in the local time of the app; none of them has 23 or 25 hours here. */
function dayAfter(count: number): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Vienna' }).format()
  return new Date(Date.parse(today) + count * DAY_MS).toISOString().slice(0, 10)
}

/** As Entra sends: without a User-Agent, which `fetch` always has. */
async function sendWithoutAgent(origin: string, secret: string) {
  const { request } = await import('node:http')
  await new Promise<void>((resolve, reject) => {
    request(`${origin}/scim/v2/Users`, { headers: { Authorization: `Bearer ${secret}` } }, answer => {
      answer.resume()
      answer.on('end', resolve)
    })
      .on('error', reject)
      .end()
  })
}
