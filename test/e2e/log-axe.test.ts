import { expect, test, type Page } from '@playwright/test'
import { replay } from '../conversations/replay'
import { sendTo } from '../conversations/senders'
import { expectCleanInBothThemes } from './axe'
import { scimOrigin } from './launch'
import { shareApp } from './share-app'
import { logRows } from './steps'

test.describe.configure({ mode: 'serial' })
const { page, send, secret } = shareApp({ screen: 'Live log' })

const row = (text: string) => logRows(page()).filter({ hasText: text }).last()
const dialog = () => page().getByRole('dialog')
const escape = async (closed: () => ReturnType<Page['getByRole']>) => {
  await page().keyboard.press('Escape')
  await expect(closed()).toBeHidden()
}

/** Everything that opens over or beside the list, and how it is left. */
const views: { name: string; show: () => Promise<void>; leave?: () => Promise<void> }[] = [
  ...['Summary', 'Response', 'Explain'].map(tab => ({
    name: `log-${tab.toLowerCase()}`,
    show: async () => {
      await row('Created Dana Frost').click()
      await page().getByRole('tab', { name: tab }).click()
      await expect(page().getByRole('tabpanel', { name: tab })).toBeVisible()
    }
  })),
  {
    name: 'log-menu',
    show: async () => {
      await row('Created Dana Frost').getByRole('gridcell', { name: '201' }).click({ button: 'right' })
      await expect(page().getByRole('menuitem').first()).toBeFocused()
    },
    leave: () => escape(() => page().getByRole('menu'))
  },
  {
    name: 'log-edit-and-replay',
    show: async () => {
      await row('Created Dana Frost').click()
      await page().keyboard.press('e')
      await dialog().getByRole('button', { name: 'Try out' }).click()
      await expect(dialog().getByRole('region', { name: 'Answer' })).toContainText('nothing was changed')
    },
    leave: () => escape(dialog)
  },
  {
    name: 'log-compare',
    show: async () => {
      await row('Created Dana Frost').click()
      await page().keyboard.press('d')
      await row('Created Emil Sand').click()
      await page().keyboard.press('d')
      await expect(dialog().getByRole('region')).toHaveCount(2)
    },
    leave: () => escape(dialog)
  },
  {
    name: 'log-export',
    show: async () => {
      await page().keyboard.press('ControlOrMeta+s')
      await expect(dialog().getByRole('radio', { name: 'HAR' })).toBeVisible()
    },
    leave: () => escape(dialog)
  },
  {
    name: 'log-clear',
    show: async () => {
      await page().keyboard.press('ControlOrMeta+Shift+Delete')
      await expect(dialog()).toContainText('Nothing is pinned')
    },
    leave: () => escape(dialog)
  },
  {
    name: 'log-columns',
    show: () => page().getByRole('button', { name: 'Columns' }).click(),
    leave: () => page().keyboard.press('Escape')
  },
  {
    name: 'log-saved-filters',
    show: () => page().getByRole('button', { name: 'Saved filters' }).click(),
    leave: () => page().keyboard.press('Escape')
  },
  {
    name: 'log-paused',
    show: async () => {
      await row('Created Dana Frost').click()
      await page().keyboard.press('Space')
      await expect(page().getByText('View paused')).toBeVisible()
    },
    leave: () => page().keyboard.press('Space')
  },
  {
    name: 'log-presenter',
    show: async () => {
      await page().getByRole('button', { name: 'Close details' }).click()
      await page().keyboard.press('ControlOrMeta+Shift+P')
    },
    leave: () => page().keyboard.press('ControlOrMeta+Shift+P')
  }
]

test.beforeAll(async () => {
  expect(await replay('entra-initial-cycle', sendTo(await scimOrigin(page())), secret)).toEqual([])
  // The newest rows are in sight, whatever the window's size.
  for (const displayName of ['Emil Sand', 'Dana Frost']) {
    const userName = `${displayName.toLowerCase().replace(' ', '.')}@contoso.example`
    expect((await send('POST', '/Users', { userName, displayName, active: 'True' })).status).toBe(201)
  }
})

test('S8 axe reports no serious or critical finding in the dialogs, menus and layouts of the log, in light and dark', async () => {
  for (const { name, show, leave } of views) {
    await test.step(name, async () => {
      await show()
      await expectCleanInBothThemes(page(), name, name)
      await leave?.()
    })
  }
})
