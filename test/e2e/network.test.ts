import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { certificateFile } from '../tls-front'
import { axeFindings } from './axe'
import { expect, test } from './fixtures'
import { showScreen } from './steps'

test('P2 Listening address is loopback by default; choosing all interfaces asks for confirmation with the consequence. TLS says what it needs, and forwarded headers and sources are set here too.', async ({
  page,
  dataFolder
}) => {
  await showScreen(page, 'Settings')
  const host = page.getByRole('combobox', { name: 'Listening address' })
  await expect(host).toHaveValue('127.0.0.1')
  await host.selectOption('0.0.0.0')
  const dialog = page.getByRole('dialog', { name: 'Listen on all networks?' })
  await expect(dialog).toContainText('Every computer in your networks can then reach this server')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(host).toHaveValue('127.0.0.1')
  await expect(page.getByRole('banner')).toContainText('127.0.0.1:')

  const sources = page.getByRole('textbox', { name: 'Allowed sources' })
  await sources.fill('40.126.0.0/18\nsomewhere')
  const server = page.getByRole('region', { name: 'Server' })
  await server.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(page.getByText('“somewhere” is no address or range.')).toBeVisible()

  const tls = page.getByRole('switch', { name: 'TLS on this server' })
  await tls.click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('There is no certificate.')
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Stopped')
  await copyFile(certificateFile('weak.pem'), join(dataFolder, 'tls', 'certificate.pem'))
  await copyFile(certificateFile('weak.key'), join(dataFolder, 'tls', 'key.pem'))
  await page.getByRole('banner').getByRole('button', { name: 'Start server' }).click()
  await expect(page.getByText('The key has 1024 bits.')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('https://127.0.0.1:')
  expect.soft(await axeFindings(page)).toEqual([])
  await page.screenshot({
    path: join(import.meta.dirname, '../../test-results/screens/settings-network-light-1280x800.png')
  })
})
