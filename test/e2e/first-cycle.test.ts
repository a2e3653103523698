import { replay } from '../conversations/replay'
import { sendTo } from '../conversations/senders'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { createToken, logRows, showScreen, tableRows } from './steps'

test('Entra’s first cycle, sent with a token made in the window, is told in the log and fills users and groups', async ({
  page
}) => {
  const secret = await createToken(page, 'Contoso Entra')
  await showScreen(page, 'Live log')
  expect(await replay('entra-initial-cycle', sendTo(await scimOrigin(page)), secret)).toEqual([])

  const last = logRows(page).last()
  await expect(last).toContainText('Read Anna Lindqvist')
  await expect(last).toContainText('Contoso Entra')

  const filter = page.getByRole('textbox', { name: 'Filter requests' })
  for (const [word, sentence] of [
    ['bashir', 'Created Bashir Rahmani'],
    ['warehouse', 'Created group Contoso Warehouse & Logistics'],
    ['token', 'Created the token "Contoso Entra"']
  ] as const) {
    await filter.fill(word)
    await expect(logRows(page).filter({ hasText: sentence })).toBeVisible()
  }
  await filter.fill('')

  await showScreen(page, 'Users')
  await expect(tableRows(page, 'Users')).toHaveCount(12)
  await showScreen(page, 'Groups')
  await expect(tableRows(page, 'Groups')).toHaveCount(4)
  await expect(tableRows(page, 'Groups').filter({ hasText: 'Contoso All Staff' })).toContainText('11')
})
