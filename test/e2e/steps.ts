import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

export type ScreenName = 'Setup' | 'Live log' | 'Users' | 'Groups' | 'Tokens' | 'Simulator' | 'Settings'

/** Goes there by the navigation, and waits until the screen has its content. */
export async function showScreen(page: Page, name: ScreenName) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Creates a token by its dialog, as far as the secret is shown. */
export async function openNewToken(page: Page, name: string): Promise<{ dialog: Locator; secret: string }> {
  await showScreen(page, 'Tokens')
  return createTokenHere(page, name)
}

/** The same on whichever screen offers it. */
export async function createTokenHere(
  page: Page,
  name: string
): Promise<{ dialog: Locator; secret: string }> {
  await page.getByRole('main').getByRole('button', { name: 'Create token' }).first().click()
  const form = page.getByRole('dialog', { name: 'Create token' })
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByRole('button', { name: 'Create token' }).click()

  const dialog = page.getByRole('dialog', { name: `Token “${name}” is ready` })
  const secret = await dialog.getByLabel('Secret token', { exact: true }).textContent()
  return { dialog, secret: secret ?? '' }
}

/** Creates a token by its dialog and confirms having copied the secret. */
export async function createToken(page: Page, name: string): Promise<string> {
  const { dialog, secret } = await openNewToken(page, name)
  await dialog.getByRole('checkbox', { name: 'I have copied it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  return secret
}

/**
 * How long the quickest of a few took, in ms: a busy machine may hold up any one of them, a slow window holds up all.
 *
 * @param change is asked for, and measured until it is seen; `back` puts things as they were
 */
export async function quickestMs(change: () => Promise<void>, back: () => Promise<void>): Promise<number> {
  const tookMs: number[] = []
  for (let round = 0; round < 3; round++) {
    const startedAt = Date.now()
    await change()
    tookMs.push(Date.now() - startedAt)
    await back()
  }
  return Math.min(...tookMs)
}

/** The rows of the live log that are on the screen, oldest first; the header is none. */
export const logRows = (page: Page): Locator =>
  page
    .getByRole('grid', { name: 'Requests' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })

/** The rows of a list of users, groups or tokens; the header is none. */
export const tableRows = (page: Page, name: string): Locator =>
  page
    .getByRole('table', { name })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
