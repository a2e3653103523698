import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { expectCleanInBothThemes } from './axe'
import { closeToasts, expect, test } from './house'
import { quickestMs, showScreen, tableRows } from './steps'

const DEPARTMENT = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const heading = { level: 1 } as const

test.describe.configure({ mode: 'serial' })
test.use({ residents: 'users' })

let anna = ''
let bo = ''

test('U10 With no users the empty state explains that Entra creates them and offers Setup and Simulator.', async ({
  page
}) => {
  await showScreen(page, 'Users')
  const main = page.getByRole('main')
  await expect(main.getByText('Users appear here the moment Entra creates them')).toBeVisible()
  await expect(main.getByRole('button', { name: 'Open the Simulator' })).toBeVisible()
  await main.getByRole('button', { name: 'Open Setup' }).click()
  await expect(page.getByRole('link', { name: 'Setup' })).toHaveAttribute('aria-current', 'page')
})

test('U3 A user created by send() appears without reload; the count in the heading changes.', async ({
  page,
  house
}) => {
  await showScreen(page, 'Users')
  anna = await house.make('/Users', {
    userName: 'anna@contoso.example',
    displayName: 'Anna Lindqvist',
    externalId: 'ext-anna',
    active: true,
    emails: [{ type: 'work', value: 'a.lindqvist@mail.example' }],
    [DEPARTMENT]: { department: 'Finance', manager: { value: 'nobody-yet' } }
  })
  await expect(tableRows(page, 'Users')).toContainText(['Anna Lindqvist'])
  await expect(page.getByRole('main').getByText('1 active, 0 disabled')).toBeVisible()
  bo = await house.make('/Users', {
    userName: 'bo@contoso.example',
    displayName: 'Bo Ångström',
    active: true
  })
  await expect(tableRows(page, 'Users')).toHaveCount(2)
  await expect(page.getByRole('main').getByText('2 active, 0 disabled')).toBeVisible()
})

test('U1 The list shows display name, userName, state (Active/Disabled), groups count, last change; sortable, sort announced.', async ({
  page,
  house
}) => {
  await house.make('/Groups', { displayName: 'Finance', members: [{ value: anna }] })
  const cells = tableRows(page, 'Users').first().getByRole('cell')
  await expect(cells).toHaveText([
    'Anna Lindqvist',
    'anna@contoso.example',
    'Active',
    '1',
    /\d{4}, \d{2}:\d{2}:\d{2}$/
  ])
  const header = page.getByRole('columnheader', { name: 'Display name' })
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await expect(tableRows(page, 'Users')).toContainText(['Bo Ångström', 'Anna Lindqvist'])
  for (const name of ['userName', 'State', 'Groups', 'Last change']) {
    const column = page.getByRole('columnheader', { name })
    await column.getByRole('button').click()
    await expect(column).toHaveAttribute('aria-sort', 'ascending')
    await expect(tableRows(page, 'Users')).toHaveCount(2)
  }
})

test('U2 Typing in search narrows by userName, displayName, email, externalId and id.', async ({ page }) => {
  const search = page.getByRole('searchbox', { name: 'Search users' })
  for (const [text, found] of [
    ['ANNA@CONTOSO', 'Anna Lindqvist'],
    ['ångström', 'Bo Ångström'],
    ['a.lindqvist@mail', 'Anna Lindqvist'],
    ['ext-anna', 'Anna Lindqvist'],
    [bo, 'Bo Ångström']
  ] as const) {
    await search.fill(text)
    await expect(tableRows(page, 'Users')).toHaveCount(1)
    await expect(tableRows(page, 'Users')).toContainText([found])
  }
  await search.fill('')
})

test('U4 active:false turns the state word to Disabled within 1 s and moves the row under the Disabled filter.', async ({
  page,
  house
}) => {
  const turn = (value: 'True' | 'False', word: string) => async () => {
    const Operations = [{ op: 'Replace', path: 'active', value }]
    await house.send('PATCH', `/Users/${bo}`, { schemas: [], Operations })
    await expect(tableRows(page, 'Users').filter({ hasText: 'Bo' }).getByText(word)).toBeVisible()
  }
  expect(await quickestMs(turn('False', 'Disabled'), turn('True', 'Active'))).toBeLessThan(1000)
  await turn('False', 'Disabled')()
  await page.getByRole('radiogroup', { name: 'State' }).getByText('Disabled').click()
  await expect(tableRows(page, 'Users')).toHaveCount(1)
  await expect(tableRows(page, 'Users')).toContainText(['Bo Ångström'])
  await page.getByRole('radiogroup', { name: 'State' }).getByText('All').click()
})

test('U5 Opening a user shows attributes grouped by schema; each value has "set by #n" leading to that request.', async ({
  page
}) => {
  await tableRows(page, 'Users').filter({ hasText: 'Anna' }).getByRole('link').click()
  await expect(page.getByRole('heading', { ...heading, name: 'Anna Lindqvist' })).toBeVisible()
  const enterprise = page.getByRole('table', { name: 'Enterprise extension' })
  await expect(enterprise.getByRole('row', { name: /department/ })).toContainText('Finance')
  const unknown = page.getByRole('main').getByText('unknown id nobody-yet')
  await expect(unknown.getByRole('link', { name: /^#\d+$/ })).toBeVisible()
  await page
    .getByRole('table', { name: 'Core attributes' })
    .getByRole('row', { name: /displayName/ })
    .getByRole('link', { name: /^#\d+$/ })
    .click()
  await expect(page.getByRole('region', { name: 'Created Anna Lindqvist' })).toBeVisible()
})

test('U6 Groups lists direct and effective groups with "via".', async ({ page, house }) => {
  const found = await house.send('GET', '/Groups?filter=displayName%20eq%20%22Finance%22')
  const finance = (found.body as { Resources: { id: string }[] }).Resources[0]!.id
  await house.make('/Groups', { displayName: 'Everybody', members: [{ value: finance }] })
  await house.go(`#/users/${anna}?view=groups`)
  const rows = tableRows(page, 'Groups')
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'Direct' }).getByRole('cell')).toHaveText(['Finance', 'Direct', ''])
  await expect(rows.filter({ hasText: 'nesting' }).getByRole('cell')).toHaveText([
    'Everybody',
    'Through nesting',
    'Finance'
  ])
})

test('U7 History lists changes newest first with old and new values.', async ({ page, house }) => {
  const Operations = [{ op: 'Replace', path: 'displayName', value: 'Anna Holm' }]
  await house.send('PATCH', `/Users/${anna}`, { schemas: [], Operations })
  await page.getByRole('tab', { name: 'History' }).click()
  const entries = page.getByRole('tabpanel').getByRole('listitem')
  await expect(entries).toHaveCount(2)
  await expect(entries.first()).toContainText('Changed')
  await expect(entries.first().getByRole('row', { name: /displayName/ })).toContainText(
    'Anna LindqvistAnna Holm'
  )
  await expect(entries.last()).toContainText('Created')
})

test('D10 Names in the sentence link to that user or group; its page lists this request in History.', async ({
  page
}) => {
  await page.getByRole('tab', { name: 'Requests' }).click()
  const rows = tableRows(page, 'Requests')
  await expect(rows.first()).toContainText('Renamed Anna Lindqvist to Anna Holm')
  await expect(rows.last()).toContainText('Created Anna Lindqvist')
  await expect(rows.last().getByRole('link', { name: 'Anna Lindqvist' })).toHaveAttribute(
    'href',
    `#/users/${anna}`
  )
})

test('U8 Raw JSON equals the body of GET /Users/{id}.', async ({ page, house }) => {
  await page.getByRole('tab', { name: 'Raw JSON' }).click()
  const { body } = await house.send('GET', `/Users/${anna}`)
  const shown = async () =>
    JSON.parse((await page.getByRole('tabpanel').locator('code').textContent()) ?? '') as unknown
  // The page follows the rename of the test before within its moment.
  await expect.poll(shown).toEqual(body)
})

test('A user is disabled and enabled by hand: the dialog names object, consequence and drift, and it can be undone.', async ({
  page,
  house
}) => {
  const activeOf = async () =>
    ((await house.send('GET', `/Users/${anna}`)).body as { active: boolean }).active
  await page.getByRole('button', { name: 'Disable' }).click()
  const dialog = page.getByRole('dialog', { name: 'Disable Anna Holm?' })
  await expect(dialog).toContainText('active: false')
  await expect(dialog).toContainText('Entra does not notice')
  await dialog.getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible()
  expect(await activeOf()).toBe(false)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Disable' })).toBeVisible()
  expect(await activeOf()).toBe(true)
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toContainText(/by you #\d+/)
})

test('Exports write what is shown: users as CSV where a person chose.', async ({ page, house }) => {
  const file = join(tmpdir(), `usher-users-${process.pid}.csv`)
  await house.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await showScreen(page, 'Users')
  await page.getByRole('searchbox', { name: 'Search users' }).fill('anna')
  await expect(tableRows(page, 'Users')).toHaveCount(1)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  await expect(page.getByText(/^Saved 1 entry in/)).toBeVisible()
  const lines = (await readFile(file, 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('anna@contoso.example')
})

test('axe is content with a user, its requests and the dialog', async ({ page, house }) => {
  await closeToasts(page)
  for (const view of ['attributes', 'groups', 'requests']) {
    await house.go(`#/users/${anna}?view=${view}`)
    await expect(page.getByRole('tabpanel').getByRole('table').first()).toBeVisible()
    await expectCleanInBothThemes(page, view)
  }
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectCleanInBothThemes(page, 'dialog')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('U9 A deleted user\'s link shows "Deleted by #n at …" with the last known values, not an error page.', async ({
  page,
  house
}) => {
  await house.send('DELETE', `/Users/${anna}`)
  await house.go(`#/users/${anna}`)
  await expect(page.getByRole('alert').filter({ hasText: /Deleted by #\d+ at / })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Core attributes' })).toContainText('anna@contoso.example')
  await page.getByRole('tab', { name: 'Groups' }).click()
  await expect(tableRows(page, 'Groups')).toHaveCount(2)
})
