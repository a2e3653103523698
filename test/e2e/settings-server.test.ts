import { freePort } from '../free-port'
import { expect, sendTo, test } from './fixtures'
import { scimOrigin } from './launch'
import { logRows, showScreen } from './steps'

test('P1 Changing the port asks to restart the server and shows the new port in the header', async ({
  page,
  secret
}) => {
  await showScreen(page, 'Settings')
  const before = await scimOrigin(page)
  const port = await freePort()
  const field = page.getByRole('textbox', { name: 'Port', exact: true })
  await field.fill('70000')
  await page.getByRole('button', { name: 'Restart on this port' }).click()
  await expect(page.getByText('A port is a number from 0 to 65535')).toBeVisible()

  await field.fill(String(port))
  await page.getByRole('button', { name: 'Restart on this port' }).click()
  const dialog = page.getByRole('dialog', { name: `Restart the server on port ${port}?` })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await scimOrigin(page)).toBe(before)

  await page.getByRole('button', { name: 'Restart on this port' }).click()
  await dialog.getByRole('button', { name: 'Restart server' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('banner')).toContainText(`127.0.0.1:${port}`)
  expect(await scimOrigin(page)).toBe(`http://127.0.0.1:${port}`)
  expect(await sendTo(await scimOrigin(page), 'GET', '/Users', undefined, secret)).toMatchObject({
    status: 200
  })
})

test('P3 Retention by count and by days shows current size on disk; lowering it says how many rows will go before saving', async ({
  page,
  send
}) => {
  await send('GET', '/Users')
  await Promise.all(Array.from({ length: 109 }, () => send('GET', '/Users')))
  await showScreen(page, 'Live log')
  await expect(page.getByRole('grid', { name: 'Requests' })).toHaveAttribute('aria-rowcount', /11\d/)

  await showScreen(page, 'Settings')
  const section = page.getByRole('region', { name: 'Log retention' })
  await expect(
    section.getByText(/^Kept now: 11\d requests since .*, [\d.]+\s[kM]B on disk, 0 pinned/)
  ).toBeVisible()
  await expect(section.getByRole('textbox', { name: 'Days kept' })).toHaveValue('90')
  await section.getByRole('textbox', { name: 'Requests kept' }).fill('100')
  await expect(section.getByRole('status')).toHaveText(/^1\d requests will be removed when you save\.$/)
  await expect(section.getByText(/^Kept now: 11\d requests/)).toBeVisible()

  await section.getByRole('button', { name: 'Save' }).click()
  await expect(section.getByText(/^Kept now: 100 requests/)).toBeVisible()
  await showScreen(page, 'Live log')
  await expect(logRows(page).last()).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Requests' })).toHaveAttribute('aria-rowcount', /10\d/)
})
