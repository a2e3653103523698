import { expectCleanInBothThemes } from './axe'
import { expect, test } from './fixtures'
import { statusOf, step } from './setup-steps'
import { createTokenHere } from './steps'

test('Setup speaks of who provisions: the agent needs no tunnel but a way through the network, Okta gets its own path and no OAuth client', async ({
  page
}) => {
  const pictured = (name: string) => expectCleanInBothThemes(page, name, `setup-${name}`)
  const choose = (variant: string) =>
    page.getByRole('radiogroup', { name: 'Who provisions' }).getByText(variant, { exact: true }).click()

  await choose('Entra agent')
  await expect(statusOf(page, 'Public address')).toHaveText('Done')
  await expect(step(page, 'Public address')).toContainText('The server listens on this computer only.')
  await expect(step(page, 'Test connection')).toContainText('On-premises SCIM app')
  await pictured('agent')
  await step(page, 'Public address').getByRole('link', { name: 'Server settings' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Server' })).toBeVisible()
  await page.goBack()

  await choose('Okta')
  await expect(statusOf(page, 'Public address')).toHaveText('Waiting')
  await expect(step(page, 'Public address')).toContainText('Okta calls from the internet')
  await expect(step(page, 'Test connection')).toContainText('Test Connector Configuration')
  await expect(step(page, 'Test connection')).toContainText('Waiting for Okta')
  await pictured('okta')
  await step(page, 'Token').getByRole('button', { name: 'Create token' }).click()
  const form = page.getByRole('dialog', { name: 'Create token' })
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(form.getByText('OAuth client')).toBeHidden()
  await page.keyboard.press('Escape')
  const { dialog } = await createTokenHere(page, 'Okta')
  await expect(dialog).toContainText('In Okta: your application → Provisioning → Integration')
  await pictured('okta-token')
})
