import type { Page } from '@playwright/test'
import { replay } from '../conversations/replay'
import { sendTo } from '../conversations/senders'
import { expectCleanInBothThemes } from './axe'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { logRows, openNewToken, showScreen, tableRows } from './steps'

/** Every view there is, each reached from wherever the last one left off. */
const views: { name: string; show: (page: Page) => Promise<void> }[] = [
  { name: 'log', show: page => showScreen(page, 'Live log') },
  {
    name: 'log-detail',
    show: async page => {
      await logRows(page).filter({ hasText: 'to Contoso' }).last().click()
      await page.getByRole('tab', { name: 'Changes' }).click()
    }
  },
  {
    name: 'log-request',
    show: async page => {
      await page.getByRole('tab', { name: 'Request' }).click()
      await expect(page.getByRole('tabpanel', { name: 'Request' })).toContainText('PatchOp')
    }
  },
  {
    name: 'log-no-match',
    show: async page => {
      await page.getByRole('textbox', { name: 'Filter requests' }).fill('nobody-is-called-this')
      await expect(page.getByText('Nothing matches')).toBeVisible()
    }
  },
  {
    name: 'users',
    show: async page => {
      await page.getByRole('textbox', { name: 'Filter requests' }).fill('')
      await showScreen(page, 'Users')
      await expect(tableRows(page, 'Users')).toHaveCount(12)
    }
  },
  {
    name: 'user',
    show: async page => {
      await tableRows(page, 'Users').first().click()
      await expect(page.getByRole('heading', { level: 1, name: 'Anna Lindqvist' })).toBeVisible()
      await expect(page.getByText('anna.lindqvist@contoso.example').first()).toBeVisible()
    }
  },
  { name: 'groups', show: page => showScreen(page, 'Groups') },
  {
    name: 'group',
    show: async page => {
      await tableRows(page, 'Groups').first().click()
      await expect(page.getByRole('heading', { level: 1, name: 'Contoso All Staff' })).toBeVisible()
      await expect(page.getByRole('tab', { name: /^Direct 11/ })).toBeVisible()
    }
  },
  { name: 'settings', show: page => showScreen(page, 'Settings') },
  { name: 'simulator', show: page => showScreen(page, 'Simulator') },
  ...['Decks', 'Faults', 'Single request', 'Conformance check', 'Provisioning log'].map(tab => ({
    name: `simulator-${tab.toLowerCase().replace(' ', '-')}`,
    show: async (page: Page) => {
      await page.getByRole('tab', { name: tab }).click()
      await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
    }
  })),
  { name: 'tokens', show: page => showScreen(page, 'Tokens') },
  { name: 'token-secret', show: async page => void (await openNewToken(page, 'Contoso Entra')) }
]

test('S8 axe reports no serious or critical finding on each screen, in light and dark; each has its picture', async ({
  page,
  secret
}) => {
  expect(await replay('entra-initial-cycle', sendTo(await scimOrigin(page)), secret)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const { name, show } of views) {
    await test.step(name, async () => {
      await show(page)
      await expectCleanInBothThemes(page, name, name)
    })
  }
})

test('the empty screens pass axe and teach', async ({ page }) => {
  for (const [name, title] of [
    ['Live log', 'Waiting for the first request'],
    ['Users', 'No users yet'],
    ['Groups', 'No groups yet']
  ] as const) {
    await showScreen(page, name)
    await expect(page.getByText(title)).toBeVisible()
    await expectCleanInBothThemes(page, name, `${name.toLowerCase().replace(' ', '-')}-empty`)
  }
})
