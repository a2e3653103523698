import { randomUUID } from 'node:crypto'
import { handOn } from '../tls-front'
import { expect, sendTo, test } from './fixtures'
import { scimOrigin } from './launch'
import { address, ALICE, statusOf, step, tabTo } from './setup-steps'
import { tableRows } from './steps'
import { openStubTunnel } from './tunnel'

test.describe('F. First run, end to end', () => {
  test('F fresh folder → Setup → stub tunnel → create token → `send` test filter → `send` POST user → `send` POST group → `send` PATCH add member: all seven steps Done, Users shows 1, Groups shows 1 with 1 direct member, Live log shows four sentences, under 60 s, keyboard only.', async ({
    launch
  }) => {
    const startedAt = Date.now()
    let origin = ''
    const tunnel = await openStubTunnel(handOn(() => origin))
    try {
      const { page } = await launch({ environment: tunnel.environment })
      const { keyboard } = page
      await expect(page.getByText('1 of 7 done')).toBeVisible()
      origin = await scimOrigin(page)

      await tabTo(page, address(page))
      await keyboard.type(tunnel.url)
      await keyboard.press('Enter')
      await expect(statusOf(page, 'Public address')).toHaveText('Done')

      await tabTo(page, step(page, 'Token').getByRole('button', { name: 'Create token' }))
      await keyboard.press('Enter')
      await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused()
      await keyboard.type('Contoso')
      await keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Token “Contoso” is ready' })
      const secret = (await dialog.getByLabel('Secret token', { exact: true }).textContent()) ?? ''
      await tabTo(page, dialog.getByRole('checkbox', { name: 'I have copied it' }))
      await keyboard.press('Space')
      await tabTo(page, dialog.getByRole('button', { name: 'Done' }))
      await keyboard.press('Enter')
      await expect(dialog).toBeHidden()

      const send = (method: string, path: string, body?: unknown) =>
        sendTo(origin, method, path, body, secret)
      await send('GET', `/Users?filter=userName+eq+%22${randomUUID()}%22`)
      const alice = (await send('POST', '/Users', ALICE)) as { body: { id: string } }
      const finance = (await send('POST', '/Groups', { displayName: 'Finance' })) as { body: { id: string } }
      await send('PATCH', `/Groups/${finance.body.id}`, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'Add', path: 'members', value: [{ value: alice.body.id }] }]
      })
      await expect(page.getByText('7 of 7 done')).toBeVisible()

      await keyboard.press('ControlOrMeta+2')
      await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
      await expect(tableRows(page, 'Users')).toHaveCount(1)
      await keyboard.press('ControlOrMeta+3')
      await expect(tableRows(page, 'Groups')).toHaveCount(1)
      await expect(tableRows(page, 'Groups').first()).toContainText('Finance')
      await expect(tableRows(page, 'Groups').first().getByRole('cell').nth(1)).toHaveText('1')
      await keyboard.press('ControlOrMeta+1')
      for (const sentence of [
        'tested the connection',
        'Created Alice Ng',
        'Created group Finance',
        'Added Alice Ng to Finance'
      ]) {
        await expect(page.getByRole('grid', { name: 'Requests' })).toContainText(sentence)
      }
      expect(Date.now() - startedAt).toBeLessThan(60_000)
    } finally {
      await tunnel.close()
    }
  })
})
