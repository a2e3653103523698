import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expectCleanInBothThemes } from './axe'
import { nextDownload } from './desktop-steps'
import { expect, type Send, sendTo, test } from './fixtures'
import { scimOrigin } from './launch'
import { run, simulator } from './simulator-steps'
import { logRows, showScreen } from './steps'

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'

const person = (name: string) => {
  const [givenName = '', familyName = ''] = name.split(' ')
  const userName = `${givenName}.${familyName}@contoso.test`.toLowerCase()
  return { schemas: [USER], userName, displayName: name, name: { givenName, familyName }, active: true }
}

const patch = (op: string, path: string, value?: unknown) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op, path, ...(value !== undefined && { value }) }]
})

/** Everybody and every group, with names where the ids differ. */
function stateOf(...lists: unknown[]): unknown {
  const resources = lists.flatMap(list => (list as { Resources: Record<string, unknown>[] }).Resources)
  const names = resources.map(
    ({ id, userName, displayName }) => [String(id), String(userName ?? displayName)] as const
  )
  const text = JSON.stringify(resources.map(({ id: _, meta: __, ...rest }) => rest))
  const named = names.reduce((told, [id, name]) => told.replaceAll(id, name), text)
  return JSON.parse(named.replaceAll(/http:[^"]*\/scim\/v2/g, ''))
}

const ORIGINALS =
  'anna lindqvist bashir rahmani chloe fournier efua mensah holm fabrikam treasury contoso.test'.split(' ')

/** Ten changes: four people, a group, members in and out, one disabled, one renamed, one deleted. @returns every id */
async function tellStory(send: Send): Promise<string[]> {
  const idOf = async (answer: ReturnType<Send>) => ((await answer).body as { id: string }).id
  const ids: string[] = []
  for (const name of ['Anna Lindqvist', 'Bashir Rahmani', 'Chloe Fournier', 'Efua Mensah'])
    ids.push(await idOf(send('POST', '/Users', person(name))))
  const group = await idOf(send('POST', '/Groups', { displayName: 'Fabrikam Treasury', members: [] }))
  const members = ids.map(value => ({ value }))
  await send('PATCH', `/Groups/${group}`, patch('add', 'members', members))
  await send('PATCH', `/Users/${ids[0]}`, patch('replace', 'active', false))
  await send('PATCH', `/Users/${ids[1]}`, patch('replace', 'name.familyName', 'Rahmani-Holm'))
  await send('PATCH', `/Groups/${group}`, patch('remove', `members[value eq "${ids[3]}"]`))
  await send('DELETE', `/Users/${ids[2]}`)
  return [...ids, group]
}

async function recordDeck(page: Page, name: string, isAnonymised: boolean) {
  const decks = await simulator(page, 'Decks')
  await decks.getByRole('button', { name: 'Record a deck' }).click()
  const dialog = page.getByRole('dialog', { name: 'Record a deck' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Requests' }).fill('is:change')
  await expect(dialog).toContainText('10 requests match')
  await dialog.getByRole('checkbox', { name: /Replace people/ }).setChecked(isAnonymised)
  await dialog.getByRole('button', { name: 'Save deck' }).click()
  await expect(dialog).toBeHidden()
}

/** From the live log: the rows that a filter shows. */
async function saveShown(page: Page, query: string, name: string) {
  await showScreen(page, 'Live log')
  await page.getByRole('textbox', { name: 'Filter requests' }).fill(`${query} `)
  await page.getByRole('button', { name: 'More for the log' }).click()
  await page.getByRole('menuitem', { name: 'Save as deck…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save as deck' })
  await expect(dialog.getByRole('radio', { name: 'What the filter shows' })).toBeChecked()
  await expect(dialog).toContainText('10 rows')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('checkbox', { name: /Replace people/ }).uncheck()
  await dialog.getByRole('button', { name: 'Save deck' }).click()
  await page.getByRole('link', { name: 'Show the decks' }).click()
}

/** Through the menu, into a file that the test chooses in place of the dialog. */
async function exportDeck(page: Page, app: ElectronApplication, name: string, file: string) {
  const saved = await nextDownload(app, file)
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  expect(await saved()).toMatchObject({ state: 'completed' })
}

test.describe('Decks', () => {
  test('M8 Recording a deck from ten rows and playing it into an empty data folder ends with the same directory state', async ({
    page,
    usher,
    launch,
    send,
    secret,
    dataFolder
  }, testInfo) => {
    await tellStory(send)
    const before = stateOf((await send('GET', '/Users')).body, (await send('GET', '/Groups')).body)
    await saveShown(page, 'is:change', 'As it was')
    const file = testInfo.outputPath('deck.json')
    await exportDeck(page, usher.app, 'As it was', file)
    await usher.app.close()

    const other = await launch({ dataFolder: join(dataFolder, 'other') })
    const decks = await simulator(other.page, 'Decks')
    await other.page.getByLabel('Deck file').setInputFiles(file)
    await decks.getByText('As fast as possible').click()
    await decks.getByRole('button', { name: 'Play As it was' }).click()
    await expect(run(other.page).getByText('Complete')).toBeVisible()
    const origin = await scimOrigin(other.page)
    const read = async (path: string) => (await sendTo(origin, 'GET', path, undefined, secret)).body
    expect(stateOf(await read('/Users'), await read('/Groups'))).toEqual(before)
  })

  test('A deck of a stretch between two rows is put in another order; its rows carry “Simulated”; a broken file is refused in a sentence', async ({
    page,
    send
  }) => {
    await tellStory(send)
    await showScreen(page, 'Live log')
    const rows = logRows(page).filter({ hasText: 'Created' })
    await rows.first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Mark to compare' }).click()
    await rows.nth(2).click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Save all from #\d+ as deck/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Save as deck' })
    await expect(dialog.getByRole('radio', { name: /What is shown from #\d+ to #\d+/ })).toBeChecked()
    await expectCleanInBothThemes(page, 'save a deck')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Three join')
    await dialog.getByRole('button', { name: 'Save deck' }).click()
    await page.getByRole('link', { name: 'Show the decks' }).click()

    const decks = page.getByRole('tabpanel', { name: 'Decks' })
    await decks.getByRole('button', { name: 'More for Three join' }).click()
    await page.getByRole('menuitem', { name: 'Name and order' }).click()
    const order = page.getByRole('dialog', { name: '“Three join”' })
    const steps = order.getByRole('list', { name: 'Requests in order' }).getByRole('listitem')
    await expect(steps).toHaveCount(3)
    await expectCleanInBothThemes(page, 'order of a deck')
    const last = (await steps.last().textContent()) ?? ''
    await order.getByRole('button', { name: `Move up: ${last}` }).click()
    await order.getByRole('button', { name: `Move up: ${last}` }).click()
    await order.getByRole('textbox', { name: 'Name' }).fill('Three join, the last one first')
    await order.getByRole('button', { name: 'Save' }).click()

    await decks.getByText('As fast as possible').click()
    await decks.getByRole('button', { name: 'Play Three join, the last one first' }).click()
    await expect(run(page).getByText('Complete')).toBeVisible()
    await decks
      .getByLabel('Deck file')
      .setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') })
    await expect(page.getByText('This file is no deck: it is no JSON.')).toBeVisible()

    await showScreen(page, 'Live log')
    await page.getByRole('textbox', { name: 'Filter requests' }).fill('is:simulated ')
    await expect(logRows(page)).toHaveCount(3)
    await expect(logRows(page).filter({ hasText: 'Simulated' })).toHaveCount(3)
    await expect(logRows(page).first()).toContainText(last.split(' ').at(-1) ?? last)
  })

  test('M9 Anonymised decks contain none of the original names, addresses or ids', async ({
    page,
    usher,
    send
  }, testInfo) => {
    const ids = await tellStory(send)
    await recordDeck(page, 'About others', true)
    const file = testInfo.outputPath('deck.json')
    await exportDeck(page, usher.app, 'About others', file)
    const text = (await readFile(file, 'utf8')).toLowerCase()
    expect(JSON.parse(text)).toMatchObject({ name: 'about others', isanonymised: true })
    expect([...ORIGINALS, ...ids].filter(original => text.includes(original))).toEqual([])
  })
})
