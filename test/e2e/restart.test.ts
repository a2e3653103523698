import type { Page } from '@playwright/test'
import { replay } from '../conversations/replay'
import { sendTo } from '../conversations/senders'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { logRows, showScreen, tableRows } from './steps'

/** Everything a person sees in the three lists, word by word. */
async function whatIsSeen(page: Page) {
  await showScreen(page, 'Users')
  await expect(tableRows(page, 'Users')).toHaveCount(12)
  const users = await tableRows(page, 'Users').allTextContents()

  await showScreen(page, 'Groups')
  await expect(tableRows(page, 'Groups')).toHaveCount(4)
  const groups = await tableRows(page, 'Groups').allTextContents()

  await showScreen(page, 'Live log')
  await page.getByRole('textbox', { name: 'Filter requests' }).fill('method:POST group:Contoso')
  await expect(logRows(page)).toHaveCount(4)
  return { users, groups, log: await logRows(page).allTextContents() }
}

test('after a sudden end the next start shows the same users, groups and log', async ({ launch, secret }) => {
  const first = await launch()
  expect(await replay('entra-initial-cycle', sendTo(await scimOrigin(first.page)), secret)).toEqual([])
  const before = await whatIsSeen(first.page)
  await first.kill()

  const second = await launch()
  expect(await whatIsSeen(second.page)).toEqual(before)
})
