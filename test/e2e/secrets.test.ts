import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { certificateFile } from '../tls-front'
import { axeFindings } from './axe'
import { pictureFile } from './pictures'
import { expect, test } from './fixtures'
import { closeApp, scimOrigin } from './launch'
import { commandLines, exportEverything, filesWith } from './secret-steps'
import { createToken, logRows, showScreen, type ScreenName } from './steps'

const KEY_PASSWORD = 'correct-horse-battery'

const SCREENS: ScreenName[] = ['Setup', 'Live log', 'Users', 'Groups', 'Tokens', 'Simulator', 'Settings']

test('data folder, log, exports, decks, DOM, process list and stdout hold no token secret, no client secret, no access token and no TLS key password', async ({
  usher,
  page,
  send,
  dataFolder
}) => {
  let printed = ''
  for (const stream of [usher.program.stdout, usher.program.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))

  const token = await createToken(page, 'Looked for')
  await page.getByRole('button', { name: 'Create token' }).first().click()
  const form = page.getByRole('dialog', { name: 'Create token' })
  await form.getByText('OAuth client', { exact: true }).click()
  await form.getByRole('textbox', { name: 'Name' }).fill('Client looked for')
  await form.getByRole('button', { name: 'Create client' }).click()
  const ready = page.getByRole('dialog', { name: 'Client “Client looked for” is ready' })
  const id = (await ready.getByLabel('Client identifier', { exact: true }).textContent()) ?? ''
  const client = (await ready.getByLabel('Client secret', { exact: true }).textContent()) ?? ''
  await ready.getByRole('checkbox', { name: 'I have copied it' }).check()
  await ready.getByRole('button', { name: 'Done' }).click()

  const endpoint = `${await scimOrigin(page)}/oauth2/token`
  const grant = { grant_type: 'client_credentials', client_id: id, client_secret: client }
  const given = await fetch(endpoint, { method: 'POST', body: new URLSearchParams(grant) })
  const { access_token: access } = (await given.json()) as { access_token: string }
  await fetch(`${endpoint}?client_secret=${client}`, { method: 'POST', body: new URLSearchParams(grant) })
  for (const secret of [token, client, access]) {
    await send('GET', '/Users', undefined, { token: secret })
    await send('GET', `/Users?access_token=${secret}`)
    await send('POST', '/Users', { userName: `for ${secret.slice(6, 8)}`, password: secret })
  }
  await expect(send('GET', '/Users', undefined, { token: access })).resolves.toMatchObject({ status: 200 })

  const exported = await exportEverything(page, usher.app)
  await recordDeck(page)
  await typeKeyPassword(page, dataFolder)

  const secrets = [token, client, access, KEY_PASSWORD]
  for (const screen of SCREENS) {
    await showScreen(page, screen)
    const shown = await page.content()
    for (const secret of secrets) expect(shown).not.toContain(secret)
  }
  await showScreen(page, 'Live log')
  await expect(logRows(page).filter({ hasText: 'Gave the client' }).first()).toBeVisible()
  for (const secret of secrets) {
    expect(filesWith(secret, dataFolder)).toEqual([])
    expect(filesWith(secret, exported)).toEqual([])
    expect(printed).not.toContain(secret)
    expect(commandLines()).not.toContain(secret)
  }
  for (const there of ['Looked for', 'Client looked for']) {
    expect(filesWith(there, dataFolder)).not.toEqual([])
    expect(filesWith(there, exported)).not.toEqual([])
  }
  await closeApp(usher)
  for (const secret of secrets) expect(filesWith(secret, dataFolder)).toEqual([])
})

type ThisPage = Parameters<typeof showScreen>[0]

async function recordDeck(page: ThisPage) {
  await showScreen(page, 'Simulator')
  await page.getByRole('tab', { name: 'Decks' }).click()
  await page.getByRole('button', { name: 'Record a deck' }).click()
  const dialog = page.getByRole('dialog', { name: 'Record a deck' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('With secrets')
  await dialog.getByRole('checkbox', { name: /Replace people/ }).setChecked(false)
  await dialog.getByRole('button', { name: 'Save deck' }).click()
  await expect(dialog).toBeHidden()
}

/** A key with a password: refused without it, asked for in words, and open once it is typed. */
async function typeKeyPassword(page: ThisPage, dataFolder: string) {
  mkdirSync(join(dataFolder, 'tls'), { recursive: true })
  copyFileSync(certificateFile('tunnel-encrypted.key'), join(dataFolder, 'tls', 'key.pem'))
  copyFileSync(certificateFile('tunnel.pem'), join(dataFolder, 'tls', 'certificate.pem'))
  await showScreen(page, 'Settings')
  await page.getByRole('switch', { name: 'TLS on this server' }).click()
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Stopped')
  await showScreen(page, 'Users')
  await expect(page.getByRole('alert').filter({ hasText: 'The key needs a password.' })).toBeVisible()
  await page.screenshot({ path: pictureFile('not-listening-light-1280x800') })
  await page.getByRole('link', { name: 'Go to the server’s settings' }).click()

  const field = page.getByLabel('Password of the key', { exact: true })
  await field.fill('wrong')
  await field.press('Enter')
  await expect(page.getByText('The key does not open with this password.')).toBeVisible()
  expect.soft(await axeFindings(page)).toEqual([])
  await page.screenshot({ path: pictureFile('settings-key-password-light-1280x800') })
  await field.fill(KEY_PASSWORD)
  await field.press('Enter')
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  await expect(field).toBeHidden()
  // Here Chromium has no keyring, as on a server: the password must not be written down.
  await expect(page.getByText('This system has no key store that would keep the password safe')).toBeVisible()
}

test('a wrong, missing or revoked token gets 401 and a row that says which', async ({ page, send }) => {
  const secret = await createToken(page, 'Soon revoked')
  await page.getByRole('button', { name: 'Revoke Soon revoked' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
  await showScreen(page, 'Live log')

  for (const [token, sentence] of [
    ['usher_0000000000000000000000000000000000000000', 'Refused: unknown token'],
    [secret, 'Refused: the token "Soon revoked" was revoked'],
    ['', 'Refused: no token was sent']
  ] as const) {
    await expect(send('GET', '/Users', undefined, { token })).resolves.toMatchObject({
      status: 401,
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' }
    })
    await expect(logRows(page).last()).toContainText(sentence)
  }
})
