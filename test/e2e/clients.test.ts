import type { Page } from '@playwright/test'
import { expectCleanInBothThemes } from './axe'
import { expect, sendTo, test } from './fixtures'
import { scimOrigin } from './launch'
import { logRows, showScreen, tableRows } from './steps'

async function createClient(page: Page, name: string) {
  await showScreen(page, 'Tokens')
  await page.getByRole('main').getByRole('button', { name: 'Create token' }).first().click()
  const form = page.getByRole('dialog', { name: 'Create token' })
  await form.getByText('OAuth client', { exact: true }).click()
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await expectCleanInBothThemes(page, 'client-form', 'client-form')
  await form.getByRole('button', { name: 'Create client' }).click()

  const dialog = page.getByRole('dialog', { name: `Client “${name}” is ready` })
  const value = async (label: string) => (await dialog.getByLabel(label, { exact: true }).textContent()) ?? ''
  const shown = {
    tenantUrl: await value('Tenant URL'),
    endpoint: await value('Token endpoint'),
    id: await value('Client identifier'),
    secret: await value('Client secret')
  }
  await expectCleanInBothThemes(page, 'client-ready', 'client-ready')
  await dialog.getByRole('checkbox', { name: 'I have copied it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  return shown
}

/** As Entra fetches an access token: the form of RFC 6749 §4.4.2. */
async function fetchAccess(endpoint: string, id: string, secret: string) {
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret })
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test('an OAuth client is shown once with the values that Entra asks for, fetches access tokens and provisions; revoking it ends them at once', async ({
  page
}) => {
  const origin = await scimOrigin(page)
  const { tenantUrl, endpoint, id, secret } = await createClient(page, 'Contoso OAuth')
  expect(tenantUrl).toBe(`${origin}/scim/v2`)
  expect(endpoint).toBe(`${origin}/oauth2/token`)
  expect(secret).toMatch(/^usher_c_[0-9A-Za-z]{40}$/)
  expect(await page.content()).not.toContain(secret)

  const row = tableRows(page, 'Tokens').filter({ hasText: 'Contoso OAuth' })
  await expect(row).toContainText(id)
  await expect(row).toContainText('Never used')
  expect(await fetchAccess(endpoint, id, 'wrong')).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' }
  })
  const { status, body } = await fetchAccess(endpoint, id, secret)
  expect({ status, type: body.token_type, lasts: body.expires_in }).toEqual({
    status: 200,
    type: 'Bearer',
    lasts: 3600
  })
  const access = String(body.access_token)
  expect((await sendTo(origin, 'POST', '/Users', { userName: 'oauth' }, access)).status).toBe(201)
  await expect(row).toContainText('127.0.0.1')
  await expectCleanInBothThemes(page, 'client-row', 'client-row')

  await showScreen(page, 'Setup')
  const connection = page.getByRole('listitem', { name: 'Test connection' })
  await connection.getByRole('button', { name: 'Details' }).click()
  await expect(connection).toContainText('OAuth2 client credentials grant')
  await expect(connection).toContainText(endpoint)
  await expect(connection).toContainText(id)

  await showScreen(page, 'Tokens')
  await page.getByRole('button', { name: 'Revoke Contoso OAuth' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke client' }).click()
  await expect(row).toContainText('Revoked')
  expect((await sendTo(origin, 'GET', '/Users', undefined, access)).status).toBe(401)

  await showScreen(page, 'Live log')
  for (const sentence of [
    'Created the client "Contoso OAuth"',
    'Refused: this is not the secret of the client "Contoso OAuth"',
    'Gave the client "Contoso OAuth" an access token',
    'Created oauth',
    'Revoked the client "Contoso OAuth"',
    'Refused: the client "Contoso OAuth" was revoked on'
  ]) {
    await expect(logRows(page).filter({ hasText: sentence })).toHaveCount(1)
  }
})
