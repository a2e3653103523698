import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { certificateFile } from '../tls-front'
import { axeFindings, expectCleanInBothThemes } from './axe'
import { pictureFile } from './pictures'
import { expect, test } from './fixtures'
import { showScreen } from './steps'

/** Stand-ins for cloudflared and ngrok. */
const FAKES = join(import.meta.dirname, '../fakes')

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
  await page.screenshot({ path: pictureFile('settings-network-light-1280x800') })
})

test('a tunnel is started, watched and stopped in Settings as on Setup; a name that changes is warned about as long as it is used', async ({
  launch
}) => {
  const { page } = await launch({
    environment: {
      PATH: `${FAKES}${delimiter}${process.env.PATH ?? ''}`,
      FAKE_STATE: await mkdtemp(join(tmpdir(), 'usher-tunnel-'))
    }
  })
  await showScreen(page, 'Settings')
  const section = page.getByRole('region', { name: 'Public address and tunnel' })
  await expect(section.getByRole('button', { name: 'Start ngrok' })).toBeVisible()
  await section.getByRole('button', { name: 'Start quick tunnel' }).click()
  await expect(section.getByText('cloudflared is running')).toBeVisible()
  await expect(section.getByRole('textbox')).toHaveValue('https://quiet-lantern-1.trycloudflare.com')
  await expect(page.getByRole('banner')).toContainText('https://quiet-lantern-1.trycloudflare.com/scim/v2')
  await expect(section).toContainText('A quick tunnel gets a new host name at each start.')
  await section.getByText('What it printed').click()
  await expect(section.getByText('Requesting new quick Tunnel')).toBeVisible()
  await expectCleanInBothThemes(page, 'the tunnel', 'settings-tunnel')

  await section.getByRole('button', { name: 'Stop cloudflared' }).click()
  await expect(section.getByText('cloudflared is stopped')).toBeVisible()
  await section.getByRole('button', { name: 'Start quick tunnel' }).click()
  await expect(section.getByText('The host name has changed: it was https://quiet-lantern-1')).toBeVisible()
})
