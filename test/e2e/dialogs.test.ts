import { expectCleanInBothThemes } from './axe'
import { expect, test } from './fixtures'
import { createToken, showScreen } from './steps'

test('axe is content with the dialogs that revoke and reset', async ({ page, send }) => {
  expect(await send('POST', '/Users', { userName: 'anna', displayName: 'Anna' })).toMatchObject({
    status: 201
  })
  await createToken(page, 'Contoso')
  await showScreen(page, 'Tokens')
  await page.getByRole('button', { name: 'Revoke Contoso' }).click()
  await expect(page.getByRole('dialog', { name: /^Revoke/ })).toBeVisible()
  await expectCleanInBothThemes(page, 'revoke')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await showScreen(page, 'Simulator')
  await page.getByRole('button', { name: 'Reset directory' }).click()
  await expect(page.getByRole('dialog', { name: /^Reset/ })).toBeVisible()
  await expectCleanInBothThemes(page, 'reset')
})
