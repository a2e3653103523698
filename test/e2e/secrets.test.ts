import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { closeApp } from './launch'
import { createToken, logRows, openNewToken, showScreen } from './steps'

/** The files that hold the text, in either encoding that Chromium and SQLite use. */
function filesWith(text: string, folder: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => {
      const content = readFileSync(file)
      return forms.some(form => content.includes(form))
    })
}

test('the new secret starts with the fixed prefix and is shown once; closing needs “I have copied it”', async ({
  page
}) => {
  const { dialog, secret } = await openNewToken(page, 'Shown once')
  expect(secret).toMatch(/^usher_[0-9A-Za-z]{40}$/)
  await dialog.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(dialog.getByText('Tick “I have copied it” first')).toBeVisible()

  await dialog.getByRole('checkbox', { name: 'I have copied it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
})

test('after closing, neither DOM, log, database file nor any other file contains the secret', async ({
  usher,
  page,
  send,
  dataFolder
}) => {
  const secret = await createToken(page, 'Looked for')
  await expect(send('GET', '/Users', undefined, { token: secret })).resolves.toMatchObject({ status: 200 })
  await expect(send('GET', `/Users?access_token=${secret}`)).resolves.toMatchObject({ status: 200 })
  await expect(send('POST', '/Users', { userName: 'x', password: secret })).resolves.toMatchObject({
    status: 201
  })
  await showScreen(page, 'Live log')
  await expect(logRows(page).last()).toContainText('Created x')

  expect(await page.content()).not.toContain(secret)
  expect(filesWith(secret, dataFolder)).toEqual([])
  expect(filesWith('Looked for', dataFolder)).not.toEqual([])
  await closeApp(usher)
  expect(filesWith(secret, dataFolder)).toEqual([])
})

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
