import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { shareApp } from './share-app'
import { logRows } from './steps'

test.describe.configure({ mode: 'serial' })
const { app, page, send, secret } = shareApp({ screen: 'Live log' })

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
const alice = { userName: 'alice@contoso.example', displayName: 'Alice Ng', title: 'Clerk' }
let aliceId = ''
const patch = (path: string, value: unknown) =>
  send('PATCH', `/Users/${aliceId}`, { schemas: [PATCH], Operations: [{ op: 'Replace', path, value }] })
const row = (sentence: string) => logRows(page()).filter({ hasText: sentence }).last()
const tab = (name: string) => page().getByRole('tab', { name }).click()
const panel = (name: string) => page().getByRole('tabpanel', { name })
const copied = () => app().evaluate(({ clipboard }) => clipboard.readText())

test.beforeAll(async () => {
  aliceId = ((await send('POST', '/Users', alice)).body as { id: string }).id
  await patch('title', 'Head of Finance')
  await patch('active', 'False')
  await patch('active', 'False')
  expect((await send('POST', '/Users', alice)).status).toBe(409)
})

test('D1 Enter on a row opens a region named after the sentence; focus stays in the grid; Mod+] moves into the pane', async () => {
  await row('Disabled Alice Ng').click()
  await page().keyboard.press('Escape')
  await page().keyboard.press('ArrowUp')
  await page().keyboard.press('Enter')
  const pane = page().getByRole('region', { name: 'Updated title of Alice Ng' })
  await expect(pane).toBeVisible()
  await expect(row('Updated title of Alice Ng')).toBeFocused()
  await page().keyboard.press('ControlOrMeta+]')
  await expect(pane).toBeFocused()
})

test('D2 Changes lists attribute, old, new for a PATCH; for a PATCH without effect it says “Nothing changed”', async () => {
  await tab('Changes')
  const change = panel('Changes').getByRole('row').filter({ hasText: 'title' })
  await expect(change).toContainText('Clerk')
  await expect(change).toContainText('Head of Finance')
  await row('Nothing changed for').click()
  await expect(panel('Changes')).toContainText('Nothing changed')
})

test('D3 Request shows headers with Authorization replaced by the token’s name, and the body pretty-printed with a Raw switch', async () => {
  await row('Updated title of Alice Ng').click()
  await tab('Request')
  const headers = panel('Request').getByRole('table', { name: 'Headers' })
  await expect(headers.getByRole('row').filter({ hasText: 'Authorization' })).toContainText(
    'from environment'
  )
  await expect(page().getByText(secret)).toHaveCount(0)
  await expect(panel('Request').getByRole('region', { name: 'Body' })).toContainText('"path": "title"')
  await panel('Request').getByText('Raw', { exact: true }).click()
  await expect(panel('Request')).toContainText('{"op":"Replace","path":"title","value":"Head of Finance"}')
})

test('D4 A body over the limit shows the size and “Show all”', async () => {
  await send('POST', '/Users', {
    userName: 'long',
    displayName: 'Long',
    nickName: `${'x'.repeat(120_000)}the-end`
  })
  await row('Created Long').click()
  await tab('Request')
  await expect(panel('Request').getByText(/the first 100\.0\skB of 120\.\d\skB/)).toBeVisible()
  await panel('Request').getByRole('button', { name: 'Show all' }).click()
  await expect(panel('Request').getByRole('region', { name: 'Body' })).toContainText('the-end')
})

test('D5 Explain on a 409 names RFC 7644, uniqueness, the conflicting attribute and the Entra code the admin will see', async () => {
  await expect(row('(409)')).toContainText('userName "alice@contoso.example" is taken by Alice Ng')
  await row('(409)').click()
  await tab('Explain')
  for (const words of ['RFC 7644', 'uniqueness', 'userName', 'EntryConflict'])
    await expect(panel('Explain')).toContainText(words)
})

test('D6 c copies a cURL that contains $SCIM_TOKEN, and, with that variable set, reproduces the status', async () => {
  await row('(409)').click()
  await page().keyboard.press('c')
  await expect.poll(copied).toContain('$SCIM_TOKEN')
  const answer = execFileSync('sh', ['-c', `${await copied()} --silent`], {
    encoding: 'utf8',
    env: { ...process.env, SCIM_TOKEN: secret }
  })
  expect(answer).toMatch(/^HTTP\/1\.1 409 /)
})

test('D7 r replays; a new row linked “replay of #n” appears even while paused', async () => {
  const looked = row('Updated title of Alice Ng')
  const id = await looked.getAttribute('data-row')
  await looked.click()
  await page().keyboard.press('Space')
  await expect(page().getByText('View paused')).toBeVisible()
  await page().keyboard.press('r')
  await expect(row(`replay of #${id}`)).toContainText('Nothing changed for Alice Ng')
  await page().keyboard.press('Space')
  await row(`replay of #${id}`).click()
  await tab('Summary')
  await panel('Summary')
    .getByRole('link', { name: `#${id}` })
    .click()
  await expect(page()).toHaveURL(new RegExp(`#/log/${id}$`))
})

test('D8 Edit and replay shows the answer beside the editor; invalid JSON is marked with line and column and cannot be sent', async () => {
  await row('Updated title of Alice Ng').click()
  await page().keyboard.press('e')
  const dialog = page().getByRole('dialog', { name: /^Edit and replay #\d+$/ })
  const body = dialog.getByRole('textbox', { name: 'Body' })
  const text = await body.inputValue()
  await body.fill(text.replace('"Replace",', '"Replace"'))
  await expect(dialog.getByText(/^Line \d+, column \d+: unexpected/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Send' })).toBeDisabled()

  await body.fill(text.replace('Head of Finance', 'Director'))
  await dialog.getByRole('button', { name: 'Send' }).click()
  const answer = dialog.getByRole('region', { name: 'Answer' })
  await expect(answer).toContainText('Updated title of Alice Ng')
  await expect(answer).toContainText('"Director"')
  await page().keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(logRows(page()).filter({ hasText: 'Updated title of Alice Ng' })).toHaveCount(2)
})

test('A request can be tried out: what it would change is shown, and nothing is changed or recorded', async () => {
  await row('Updated title of Alice Ng').click()
  const newest = await logRows(page()).last().getAttribute('data-row')
  await page().keyboard.press('e')
  const dialog = page().getByRole('dialog', { name: /^Edit and replay #\d+$/ })
  const body = dialog.getByRole('textbox', { name: 'Body' })
  await body.fill((await body.inputValue()).replace('Director', 'Astronaut'))
  await dialog.getByRole('button', { name: 'Try out' }).click()
  const answer = dialog.getByRole('region', { name: 'Answer' })
  await expect(answer).toContainText('nothing was changed and nothing was recorded')
  const change = answer.getByRole('row').filter({ hasText: 'title' })
  await expect(change.getByRole('cell')).toHaveText(['Director', 'Astronaut'])
  await page().keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(logRows(page()).last()).toHaveAttribute('data-row', String(newest))

  const { body: found } = await send('GET', '/Users?filter=title eq "Astronaut"'.replaceAll(' ', '%20'))
  expect(found).toMatchObject({ totalResults: 0 })
})

test('D9 Marking two rows and Compare shows both bodies side by side with differing attributes listed by path', async () => {
  await row('Disabled Alice Ng').click()
  await page().keyboard.press('d')
  await row('Updated title of Alice Ng').click()
  await page().keyboard.press('d')
  const dialog = page().getByRole('dialog', { name: /^Compare #\d+ and #\d+$/ })
  const difference = dialog.getByRole('row').filter({ hasText: 'Operations[0].path' })
  await expect(difference).toContainText('"active"')
  await expect(difference).toContainText('"title"')
  await expect(dialog.getByRole('region', { name: /^#\d+$/ })).toHaveCount(2)
  await page().keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('D10 Names in the sentence link to that user or group; its page lists this request in History', async () => {
  const id = await row('Disabled Alice Ng').getAttribute('data-row')
  await row('Disabled Alice Ng').click()
  await page()
    .getByRole('region', { name: 'Disabled Alice Ng' })
    .getByRole('heading')
    .getByRole('link', { name: 'Alice Ng' })
    .click()
  await expect(page().getByRole('heading', { level: 1, name: 'Alice Ng' })).toBeVisible()
  await page().getByRole('tab', { name: 'History' }).click()
  await expect(page().getByRole('link', { name: `#${id}` })).toBeVisible()
})
