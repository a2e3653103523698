import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectCleanInBothThemes } from './axe'
import { closeToasts, expect, test } from './house'
import { quickestMs, showScreen, tableRows } from './steps'

test.describe.configure({ mode: 'serial' })
test.use({ residents: 'groups' })

const ids: Record<string, string> = {}
const of = (name: string): string => ids[name] ?? ''
const members = (page: Page) => tableRows(page, 'Members')

test('G1 Each row shows displayName, direct count, effective count, last change.', async ({
  page,
  house
}) => {
  for (const name of ['Alice', 'Bo', 'Clara']) {
    ids[name] = await house.make('/Users', { userName: `${name}@contoso.example`, displayName: name })
  }
  ids.B = await house.make('/Groups', {
    displayName: 'B',
    members: [{ value: of('Alice') }, { value: of('Bo') }]
  })
  ids.A = await house.make('/Groups', { displayName: 'A', members: [{ value: of('B') }] })
  ids.Empty = await house.make('/Groups', { displayName: 'Empty' })
  await showScreen(page, 'Groups')
  await expect(tableRows(page, 'Groups')).toHaveCount(3)
  await expect(tableRows(page, 'Groups').first().getByRole('cell')).toHaveText([
    'A',
    '1',
    '3',
    /\d{4}, \d{2}:\d{2}:\d{2}$/
  ])
})

test('G2 Direct and Effective tabs are both present for a group with 0 direct members.', async ({
  page,
  house
}) => {
  await house.go(`#/groups/${of('Empty')}`)
  await expect(page.getByRole('tab', { name: 'Direct 0' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Effective 0' })).toBeVisible()
})

test('G3 For A ⊃ B ⊃ Alice, Effective of A lists Alice with via "B"; removing B from A removes her within 1 s.', async ({
  page,
  house
}) => {
  await house.go(`#/groups/${of('A')}?view=effective`)
  const alice = members(page).filter({ hasText: 'Alice' })
  await expect(alice.getByRole('cell').nth(3)).toHaveText('B')
  const leave = async () => {
    await house.change(of('A'), 'Remove', [of('B')])
    await expect(alice).toBeHidden()
  }
  const join = async () => {
    await house.change(of('A'), 'Add', [of('B')])
    await expect(alice).toBeVisible()
  }
  expect(await quickestMs(leave, join)).toBeLessThan(1000)
})

test('G6 History lists joins and leaves with the request number; the As of control at a past moment shows the members of then.', async ({
  page,
  house
}) => {
  await house.change(of('B'), 'Remove', [of('Bo')])
  await house.go(`#/groups/${of('B')}?view=history`)
  const entry = page.getByRole('tabpanel').getByRole('listitem').first()
  await expect(entry).toContainText('Removed 1 member')
  await expect(entry.getByRole('link', { name: /^#\d+$/ })).toBeVisible()

  await page.getByRole('tab', { name: 'Direct 1' }).click()
  await expect(members(page)).toHaveCount(1)
  const slider = page.getByRole('slider', { name: 'Moment of the membership' })
  await expect(slider).toHaveAttribute('aria-valuetext', 'Now')
  await slider.press('Home')
  await expect(members(page)).toHaveCount(2)
  await expect(page.getByRole('status').filter({ hasText: /^As of .* · 2 joined$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(members(page)).toHaveCount(1)
})

test('G7 Compare with another group shows three lists: only here, both, only there, with counts that add up.', async ({
  page,
  house
}) => {
  ids.C = await house.make('/Groups', {
    displayName: 'C',
    members: [{ value: of('Alice') }, { value: of('Clara') }]
  })
  await house.change(of('B'), 'Add', [of('Bo')])
  await house.go(`#/groups/${of('B')}?view=compare`)
  await page.getByRole('combobox', { name: 'Compare with' }).fill('C')
  await page.getByRole('option', { name: /^C\b/ }).click()
  await expect(page.getByRole('heading', { name: 'Only in B 1' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'In both 1' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Only in C 1' })).toBeVisible()
  await expect(tableRows(page, 'Only in B')).toContainText(['Bo'])
  await expect(tableRows(page, 'In both')).toContainText(['Alice'])
  await expect(tableRows(page, 'Only in C')).toContainText(['Clara'])
})

test('G9 A member id that does not exist is shown as "unknown id …" with the request that added it.', async ({
  page,
  house
}) => {
  expect(await house.change(of('C'), 'Add', [of('Bo'), 'no-such-id'])).toBe(400)
  await house.go(`#/groups/${of('C')}`)
  const note = page.getByRole('alert').filter({ hasText: 'unknown id no-such-id' })
  await expect(note.getByRole('link', { name: /^#\d+$/ })).toBeVisible()
  await expect(members(page)).toHaveCount(2)
})

test('G10 Export members writes CSV with direct/effective and via columns.', async ({ page, house }) => {
  const file = join(tmpdir(), `usher-members-${process.pid}.csv`)
  await house.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await house.go(`#/groups/${of('A')}?view=effective`)
  await page.getByRole('button', { name: 'Export members' }).click()
  await expect(page.getByText(/^Saved 3 entries in/)).toBeVisible()
  const [header, ...lines] = (await readFile(file, 'utf8')).trim().split('\r\n')
  expect(header).toContain('membership,via')
  expect(lines.find(line => line.includes('Alice'))).toContain('effective,B')
  expect(lines.find(line => line.startsWith('Group'))).toContain('direct,')
})

test('A member is added and removed by hand: by you, with a row in the log and a way back.', async ({
  page,
  house
}) => {
  await house.go(`#/groups/${of('Empty')}`)
  await page.getByRole('button', { name: 'Add member' }).click()
  const adding = page.getByRole('dialog', { name: 'Add a member to Empty' })
  await expect(adding).toContainText('Entra does not notice')
  await adding.getByRole('combobox', { name: 'User or group' }).fill('Clara')
  await page.getByRole('option', { name: /Clara/ }).click()
  await adding.getByRole('button', { name: 'Add member' }).click()
  await expect(members(page)).toContainText(['Clara'])
  await page.getByRole('button', { name: 'Remove Clara' }).click()
  const removing = page.getByRole('dialog', { name: 'Remove Clara from Empty?' })
  await removing.getByRole('button', { name: 'Remove member' }).click()
  await expect(page.getByRole('tab', { name: 'Direct 0' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('tab', { name: 'Direct 1' })).toBeVisible()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toContainText(/by you #\d+/)
})

test('G4 A cycle A ⊃ B ⊃ A renders, names the cycle, and every effective count is finite.', async ({
  page,
  house
}) => {
  await house.change(of('B'), 'Add', [of('A')])
  await house.go(`#/groups/${of('A')}`)
  await expect(page.getByRole('alert').filter({ hasText: 'A › B › A' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Effective 3' })).toBeVisible()
  await showScreen(page, 'Groups')
  await expect(tableRows(page, 'Groups').filter({ hasText: /^B/ }).getByRole('cell').nth(2)).toHaveText('3')
})

test('axe is content with every tab of a group', async ({ page, house }) => {
  await closeToasts(page)
  for (const view of ['direct', 'effective', 'graph', 'history', `compare&with=${of('C')}`]) {
    await house.go(`#/groups/${of('A')}?view=${view}`)
    await expect(page.getByRole('tabpanel')).toBeVisible()
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
    await expectCleanInBothThemes(page, view)
  }
  await house.go(`#/groups/${of('B')}`)
  await page.getByRole('slider', { name: 'Moment of the membership' }).press('Home')
  await page.getByRole('button', { name: /^Date and time/ }).click()
  await expect(page.getByRole('button', { name: 'Previous month' })).toBeVisible()
  await expectCleanInBothThemes(page, 'as of, with its calendar')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to now' }).click()
  await page.getByRole('button', { name: 'Add member' }).click()
  const adding = page.getByRole('dialog', { name: 'Add a member to B' })
  await adding.getByRole('combobox', { name: 'User or group' }).fill('Clara')
  await page.getByRole('option', { name: /Clara/ }).click()
  await expectCleanInBothThemes(page, 'the dialog to add')
  await adding.getByRole('button', { name: 'Cancel' }).click()
  await expect(adding).toHaveCount(0)
})

test('G8 A group of 10,000 members opens in under 1 s and scrolls virtualised.', async ({ page, house }) => {
  const created: string[] = []
  for (let batch = 0; batch < 10; batch++) {
    const Operations = Array.from({ length: 1000 }, (_, n) => ({
      method: 'POST',
      path: '/Users',
      bulkId: `u${n}`,
      data: { userName: `crowd-${batch}-${n}`, displayName: `Crowd ${batch * 1000 + n}` }
    }))
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:BulkRequest']
    const answer = await house.send('POST', '/Bulk', { schemas, Operations })
    const done = (answer.body as { Operations: { location: string }[] }).Operations
    created.push(...done.map(({ location }) => location.slice(location.lastIndexOf('/') + 1)))
  }
  const crowd = await house.make('/Groups', {
    displayName: 'Crowd',
    members: created.map(value => ({ value }))
  })
  await showScreen(page, 'Groups')
  await expect(tableRows(page, 'Groups').filter({ hasText: 'Crowd' })).toContainText('10,000')

  const open = async () => {
    await house.go(`#/groups/${crowd}`)
    await expect(members(page).first()).toContainText('Crowd 0')
  }
  expect(await quickestMs(open, () => showScreen(page, 'Groups'))).toBeLessThan(1000)
  await open()
  expect(await members(page).count()).toBeLessThan(60)
  await expect(page.getByRole('table', { name: 'Members' })).toHaveAttribute('aria-rowcount', '10001')
  await page.getByRole('rowgroup', { name: 'Members' }).press('End')
  await expect(members(page).last()).toContainText('Crowd 9999')
  await page.getByRole('searchbox', { name: 'Search members' }).fill('crowd 99')
  await expect(page.getByRole('table', { name: 'Members' })).toHaveAttribute('aria-rowcount', '112')
})
