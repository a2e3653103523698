import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { logRows, showScreen } from './steps'

const SCREENS = ['Setup', 'Live log', 'Users', 'Groups', 'Tokens', 'Settings'] as const

test('the window shows a navigation named “Main” with all screens in order; the current one is marked', async ({
  page
}) => {
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect(links).toHaveText(SCREENS.map(name => new RegExp(name)))
  for (const name of SCREENS) {
    await showScreen(page, name)
    await expect(links.filter({ hasText: name })).toHaveAttribute('aria-current', 'page')
  }
})

test('the header shows “Running” and the real port; a request to that port answers', async ({
  page,
  send
}) => {
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  await expect(send('GET', '/Users')).resolves.toMatchObject({ status: 200, body: { totalResults: 0 } })
})

test('“Stop server” turns the word to “Stopped” and a connection is refused; “Start server” restores both', async ({
  page,
  send
}) => {
  const header = page.getByRole('banner')
  const origin = await scimOrigin(page)
  await header.getByRole('button', { name: 'Stop server' }).click()
  await expect(header.getByRole('status')).toHaveText('Stopped')
  await expect(fetch(`${origin}/health`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })

  await header.getByRole('button', { name: 'Start server' }).click()
  await expect(header.getByRole('status')).toHaveText('Running')
  await expect(send('GET', '/Users')).resolves.toMatchObject({ status: 200 })
})

test('starting with the port occupied shows a dialog naming the port; “Use another port” ends with “Running” and another number', async ({
  launch
}) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  try {
    const { page } = await launch({ port })
    const dialog = page.getByRole('dialog', { name: `Port ${port} is in use by another program` })
    await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Use another port' }).click()

    await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
    await expect(dialog).toBeHidden()
    expect(await scimOrigin(page)).not.toBe(`http://127.0.0.1:${port}`)
    await expect(fetch(`${await scimOrigin(page)}/health`)).resolves.toMatchObject({ status: 200 })
  } finally {
    other.close()
  }
})

test('“Copy Tenant URL” puts the address on the clipboard; a local one is marked “not reachable from Entra”', async ({
  usher,
  page
}) => {
  await page.getByRole('banner').getByRole('button', { name: 'Copy Tenant URL' }).click()
  await expect(page.getByRole('banner').getByText('not reachable from Entra')).toBeVisible()
  const copied = () => usher.app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toBe(`${await scimOrigin(page)}/scim/v2`)
})

test('Mod+K opens a dialog with a focused combobox; typing “tok” and Enter lands on Tokens', async ({
  page
}) => {
  await showScreen(page, 'Users')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('tok')
  await expect(page.getByText('Go to Tokens')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Tokens' })).toBeVisible()
})

test('going to any screen moves focus to its heading and changes the window’s title', async ({ page }) => {
  for (const name of [...SCREENS].reverse()) {
    await showScreen(page, name)
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
    await expect(page).toHaveTitle(new RegExp(name))
  }
})

test('a request appears as the newest row with time, outcome word, sentence, method, path, status, duration and token', async ({
  page,
  send
}) => {
  await showScreen(page, 'Live log')
  await expect(
    send('POST', '/Users', { userName: 'alice@contoso.example', displayName: 'Alice Ng' })
  ).resolves.toMatchObject({
    status: 201
  })
  const cells = logRows(page).last().getByRole('gridcell')
  await expect(cells).toHaveText([
    /^\d\d:\d\d:\d\d$/,
    'OK',
    'Created Alice Ng',
    'POST',
    '/Users',
    '201',
    /^\d+ ms$/,
    'from environment'
  ])
})
