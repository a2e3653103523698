import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { axeFindings } from './axe'
import { expect, test } from './fixtures'
import { createToken, showScreen } from './steps'

test('P10 Evidence pack saves one file and lists what it contains and what was removed', async ({
  usher,
  page,
  send,
  dataFolder,
  secret
}) => {
  const token = await createToken(page, 'Entra prod')
  await send('POST', '/Users', { userName: 'anna@contoso.example', nickName: token })
  await send('GET', `/Users?token=${token}`, undefined, { token })
  const file = join(dataFolder, 'support case.zip')
  await usher.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)

  await showScreen(page, 'Settings')
  const section = page.getByRole('region', { name: 'Evidence pack' })
  await section.getByRole('combobox', { name: 'Requests of' }).selectOption('all that are kept')
  await section.getByRole('button', { name: 'Save evidence pack' }).click()
  await expect(section.getByRole('status')).toHaveText(/^Saved support case\.zip, [\d.]+\skB$/)

  const files = unzipSync(readFileSync(file))
  const contains = section.getByRole('list', { name: 'Contains' }).getByRole('listitem')
  await expect(contains).toHaveCount(Object.keys(files).length)
  for (const name of Object.keys(files)) await expect(contains.filter({ hasText: name })).toHaveCount(1)
  await expect(contains.filter({ hasText: 'log.har' })).toContainText('2 entries, ')
  const removed = section.getByRole('list', { name: 'Removed' })
  await expect(removed).toContainText('Authorization headers: never stored')
  expect(strFromU8(files['manifest.json']!)).toContain('Authorization headers: never stored')
  for (const [name, bytes] of Object.entries(files)) {
    for (const one of [token, secret]) expect(strFromU8(bytes), name).not.toContain(one)
  }
  expect.soft(await axeFindings(page)).toEqual([])
})
