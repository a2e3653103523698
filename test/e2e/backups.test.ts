import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { axeFindings } from './axe'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { createToken, showScreen, tableRows } from './steps'

test('P4 Back up now writes a file that opens as a database with the same counts; Restore asks and keeps a copy of the current one', async ({
  page,
  send,
  dataFolder
}) => {
  await send('POST', '/Users', { userName: 'anna@contoso.example', displayName: 'Anna Lindqvist' })
  await send('POST', '/Groups', { displayName: 'Finance' })
  await createToken(page, 'Entra prod')
  await showScreen(page, 'Settings')
  await page.getByRole('button', { name: 'Back up now' }).click()
  const backups = tableRows(page, 'Backups')
  await expect(backups).toHaveText([/By hand.*1 user, 1 group, 1 token.*kB.*Verified/])

  const folder = join(dataFolder, 'backups')
  const [file] = readdirSync(folder).filter(name => name.endsWith('.db'))
  const copy = new DatabaseSync(join(folder, String(file)), { readOnly: true })
  const counts = copy
    .prepare('SELECT type, count(*) AS count FROM resources GROUP BY type ORDER BY type')
    .all()
  copy.close()
  expect(counts.map(row => ({ ...row }))).toEqual([
    { type: 'Group', count: 1 },
    { type: 'User', count: 1 }
  ])

  const { id } = (await send('POST', '/Users', { userName: 'bo@contoso.example', displayName: 'Bo Ek' }))
    .body as { id: string }
  const origin = await scimOrigin(page)
  await backups.getByRole('button', { name: /^Restore the backup of/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Restore the backup of/ })
  await expect(dialog.getByRole('row', { name: /Users/ })).toHaveText(/2\s*1/)
  await expect(dialog.getByRole('listitem')).toHaveText(['1 user would be gone: Bo Ek'])
  expect.soft(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Restore' }).click()

  await expect(backups).toHaveText([/Before a restore.*2 users, 1 group, 1 token.*Verified/, /By hand/])
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  expect(await scimOrigin(page)).toBe(origin)
  expect(await send('GET', `/Users/${id}`)).toMatchObject({ status: 404 })

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(dialog.getByRole('listitem')).toHaveText(['1 user would come back: Bo Ek'])
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(backups).toHaveCount(3)
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  expect(await send('GET', `/Users/${id}`)).toMatchObject({ status: 200 })

  await showScreen(page, 'Live log')
  await expect(page.getByText(/^Restored the backup by-hand-/)).toBeVisible()
})
