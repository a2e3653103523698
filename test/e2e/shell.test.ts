import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { test as alone } from './fixtures'
import { expect, test } from './house'
import { scimOrigin } from './launch'
import { showScreen } from './steps'

test.use({ residents: 'shell' })

const SCREENS = ['Setup', 'Live log', 'Users', 'Groups', 'Tokens', 'Simulator', 'Settings'] as const

test('S1 The window shows a navigation named “Main” with links Setup, Live log, Users, Groups, Tokens, Simulator, Settings, in that order; the current one has aria-current=page', async ({
  page
}) => {
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect(links).toHaveText(SCREENS.map(name => new RegExp(name)))
  for (const name of SCREENS) {
    await showScreen(page, name)
    await expect(links.filter({ hasText: name })).toHaveAttribute('aria-current', 'page')
  }
})

test('S2 The header shows “Running” and the real port; a send() to that port answers', async ({
  page,
  house
}) => {
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  await expect(house.send('GET', '/Users')).resolves.toMatchObject({ status: 200, body: { totalResults: 0 } })
})

alone(
  'S3 Pressing “Stop server” turns the word to “Stopped” and a following connection is refused; “Start server” restores both',
  async ({ page, send }) => {
    const header = page.getByRole('banner')
    const origin = await scimOrigin(page)
    await header.getByRole('button', { name: 'Stop server' }).click()
    await expect(header.getByRole('status')).toHaveText('Stopped')
    await expect(fetch(`${origin}/health`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })

    await header.getByRole('button', { name: 'Start server' }).click()
    await expect(header.getByRole('status')).toHaveText('Running')
    await expect(send('GET', '/Users')).resolves.toMatchObject({ status: 200 })
  }
)

alone(
  'S4 Starting with the port occupied shows a dialog naming the port and two buttons; “Use another port” ends with “Running” and a different number shown in header and Setup',
  async ({ launch }) => {
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
      await showScreen(page, 'Setup')
      const shown = new URL(await scimOrigin(page)).port
      await expect(page.getByRole('main').getByText(shown).first()).toBeVisible()
    } finally {
      other.close()
    }
  }
)

test('S5 “Copy Tenant URL” puts the public URL plus /scim/v2 on the clipboard, or the local one with a visible “not reachable from Entra” note', async ({
  house,
  page
}) => {
  await page.getByRole('banner').getByRole('button', { name: 'Copy Tenant URL' }).click()
  await expect(page.getByRole('banner').getByText('not reachable from Entra')).toBeVisible()
  const copied = () => house.app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toBe(`${await scimOrigin(page)}/scim/v2`)

  await showScreen(page, 'Settings')
  await page
    .getByRole('textbox', { name: 'https address of your tunnel or proxy' })
    .fill('https://scim.contoso.example')
  await page.getByRole('textbox', { name: 'https address of your tunnel or proxy' }).press('Enter')
  await expect(page.getByRole('banner').getByText('not reachable from Entra')).toBeHidden()
  await page.getByRole('banner').getByRole('button', { name: 'Copy Tenant URL' }).click()
  await expect.poll(copied).toBe('https://scim.contoso.example/scim/v2')
})

test('S6 Mod+K opens a dialog with a focused combobox; typing “tok” and Enter lands on Tokens; Esc returns focus to where it was', async ({
  page
}) => {
  await showScreen(page, 'Users')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('tok')
  await expect(page.getByText('Go to Tokens')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Tokens' })).toBeVisible()

  const button = page.getByRole('main').getByRole('button', { name: 'Create token' }).first()
  await button.focus()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})

test('S7 Going to any screen moves focus to its h1 and changes the window title', async ({ page }) => {
  for (const name of [...SCREENS].reverse()) {
    await showScreen(page, name)
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
    await expect(page).toHaveTitle(new RegExp(name))
  }
})
