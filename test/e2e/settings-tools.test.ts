import { axeFindings } from './axe'
import { expect, test } from './fixtures'
import { showScreen } from './steps'

test('one box finds settings over all sections; a section goes back to its defaults; settings come in from a file, each refused one with a sentence', async ({
  page
}) => {
  await showScreen(page, 'Settings')
  const find = page.getByRole('searchbox', { name: 'Find a setting' })
  await find.fill('https TUNNEL')
  await expect(page.getByRole('textbox', { name: 'https address of your tunnel or proxy' })).toBeVisible()
  await expect(page.getByRole('region')).toHaveCount(1)
  await find.fill('nothing is called this')
  await expect(page.getByText('No setting has “nothing is called this”')).toBeVisible()
  await expect(page.getByRole('region')).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear search' }).click()

  const keys = page.getByRole('switch', { name: 'Single-key shortcuts' })
  await keys.click()
  await page.getByRole('button', { name: 'Reset “Appearance” to its defaults' }).click()
  const reset = page.getByRole('dialog', { name: 'Reset “Appearance” to its defaults?' })
  await expect(reset.getByRole('listitem')).toHaveText(['Single-key shortcuts: off becomes on'])
  await reset.getByRole('button', { name: 'Reset' }).click()
  await expect(keys).toBeChecked()

  const settings = {
    'backups.kept': 3,
    'log.maxDays': 9999,
    'server.host': '0.0.0.0',
    'server.colour': 'red'
  }
  await page.getByLabel('Choose a file of settings').setInputFiles({
    name: 'customer.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ kind: 'usher-settings', settings }))
  })
  const dialog = page.getByRole('dialog', { name: 'Import settings from customer.json?' })
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Automatic backups kept: 7 becomes 3',
    'Days kept: 9999 is not possible.',
    /^Listening address: all networks can only be chosen on this screen/,
    '“server.colour” is no setting that this Usher knows.'
  ])
  expect.soft(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('textbox', { name: 'Automatic backups kept' })).toHaveValue('3')
  await expect(page.getByRole('combobox', { name: 'Listening address' })).toHaveValue('127.0.0.1')
})

test('each section of Settings has its address and comes into view below the heading; nothing else moves', async ({
  page
}) => {
  await showScreen(page, 'Settings')
  const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link')
  for (const link of await links.all()) {
    const title = (await link.textContent()) ?? ''
    await link.click()
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeFocused()
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('contentinfo')).toBeInViewport({ ratio: 1 })
  }
})
