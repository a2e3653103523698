import type { Locator, Page } from '@playwright/test'

/** A step of Setup, by its name. */
export const step = (page: Page, name: string) =>
  page.getByRole('main').getByRole('listitem', { name, exact: true })
export const statusOf = (page: Page, name: string) => step(page, name).getByRole('status').first()
export const address = (page: Page) => step(page, 'Public address').getByRole('textbox')
export const use = (page: Page) =>
  step(page, 'Public address').getByRole('button', { name: 'Use this address' })

export const ALICE = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: 'alice.ng@contoso.example',
  externalId: '7d3a1c52-0b1e-4b5e-8f0a-6c1d2e3f4a01',
  displayName: 'Alice Ng',
  active: true,
  name: { givenName: 'Alice', familyName: 'Ng' },
  emails: [{ type: 'work', value: 'alice.ng@contoso.example' }]
}

/** Presses Tab until it is there, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never leads there')
}
