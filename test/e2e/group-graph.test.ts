import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expectCleanInBothThemes } from './axe'
import { pictureFile } from './pictures'
import { nextDownload } from './desktop-steps'
import { closeToasts, expect, test } from './house'

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 }
]

test.describe.configure({ mode: 'serial' })
test.use({ residents: 'group graph' })

const ids: Record<string, string> = {}
const of = (name: string): string => ids[name] ?? ''

test.beforeAll(async ({ house }) => {
  for (const name of ['Alice', 'Bo'])
    ids[name] = await house.make('/Users', { userName: `${name}@contoso.example`, displayName: name })
  ids.B = await house.make('/Groups', {
    displayName: 'B',
    members: [{ value: of('Alice') }, { value: of('Bo') }]
  })
  ids.A = await house.make('/Groups', { displayName: 'A', members: [{ value: of('B') }] })
})

test('G5 Graph exposes the same edges as a tree reachable by keyboard with expand/collapse states.', async ({
  page,
  house
}) => {
  await house.change(of('B'), 'Add', [of('A')])
  await house.go(`#/groups/${of('A')}?view=graph`)
  const tree = page.getByRole('tree', { name: 'Groups and members as a tree' })
  await expect(tree.getByText('A (closes a cycle)')).toBeVisible()
  const people = tree.getByRole('treeitem').filter({ hasText: /^2 people/ })
  await expect(people).toHaveAttribute('aria-expanded', 'true')
  await expect(tree.getByText('Alice')).toBeVisible()
  await people.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(people).toHaveAttribute('aria-expanded', 'false')
  await expect(tree.getByText('Alice')).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(people).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('combobox', { name: 'Why is somebody here?' }).fill('Alice')
  await page.getByRole('option', { name: /Alice/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Alice is here in one way' })).toContainText(
    'A › B › Alice'
  )
})

test('The graph is saved as PNG and as SVG: a picture by its signature, and every name that is shown.', async ({
  page,
  house
}) => {
  await house.go(`#/groups/${of('A')}?view=graph`)
  await page.getByRole('button', { name: 'Nobody in focus' }).click()
  for (const format of ['SVG', 'PNG'] as const) {
    const file = join(tmpdir(), `usher-graph-${process.pid}.${format.toLowerCase()}`)
    const saved = await nextDownload(house.app, file)
    await page.getByRole('button', { name: 'Save picture' }).click()
    await page.getByRole('menuitem', { name: `Save as ${format}` }).click()
    expect(await saved()).toEqual({ name: `A.${format.toLowerCase()}`, state: 'completed' })
    const bytes = await readFile(file)
    if (format === 'PNG') expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    else {
      const svg = bytes.toString('utf8')
      expect(svg).toContain('<svg xmlns')
      expect(svg).not.toContain('light-dark')
      for (const name of ['>A<', '>B<', '>Alice<', '>Bo<', '>closes a cycle<']) expect(svg).toContain(name)
    }
  }
})

/** Eleven groups below one, three deep, with 200 people and an edge that leads back. */
const INSIDE = [0, 0, 0, 1, 1, 2, 2, 2, 3, 6, 4]

test('The graph of a nested organisation of 12 groups and 200 people is legible without zoom at 1920x1080 and 1280x800.', async ({
  page,
  house
}) => {
  const people: string[] = []
  for (let n = 0; n < 200; n++)
    people.push(await house.make('/Users', { userName: `person-${n}`, displayName: `Person Lindqvist ${n}` }))
  const groups: string[] = []
  for (let n = 0; n < 12; n++) {
    const members = people.slice(n * 17, n * 17 + 17).map(value => ({ value }))
    groups.push(await house.make('/Groups', { displayName: `Department ${n}`, members }))
  }
  for (const [index, above] of INSIDE.entries())
    expect(await house.change(groups[above] ?? '', 'Add', [groups[index + 1] ?? ''])).toBe(204)
  await house.change(groups[11] ?? '', 'Add', [groups[1] ?? ''])

  for (const size of SIZES) {
    await page.setViewportSize(size)
    await house.go(`#/groups/${groups[0]}?view=graph`)
    const picture = page.getByTestId('rf__wrapper')
    const names = INSIDE.map((_, index) => picture.getByText(`Department ${index + 1}`, { exact: true }))
    for (const name of names) await expect(name).toBeInViewport({ ratio: 0.99 })
    expect(Math.min(...(await Promise.all(names.map(typeSize))))).toBeGreaterThan(12)
    await page.screenshot({ path: pictureFile(`graph-${size.width}x${size.height}`) })
    await page.getByRole('link', { name: 'Groups', exact: true }).last().click()
  }

  await house.go(`#/groups/${groups[0]}?view=graph`)
  await page.getByRole('combobox', { name: 'Why is somebody here?' }).fill('Lindqvist 180')
  await page.getByRole('option', { name: /180/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'is here in one way' })).toContainText(
    'Department 0 › Department 2 › Department 6 › Department 10 › Person Lindqvist 180'
  )
  const inFocus = page.getByTestId('rf__wrapper').getByText('Person Lindqvist 180')
  await expect(inFocus).toBeInViewport({ ratio: 0.99 })
  expect(await typeSize(inFocus)).toBeGreaterThan(13)
})

test('axe is content with the graph and somebody in focus', async ({ page }) => {
  await closeToasts(page)
  await expect(page.getByRole('status').filter({ hasText: 'is here in one way' })).toBeVisible()
  await expectCleanInBothThemes(page, 'the graph', 'graph-focus')
})

/** As it is seen: the size of the type times the zoom of the picture. */
const typeSize = (text: Locator): Promise<number> =>
  text.evaluate((element: HTMLElement) => {
    const { fontSize } = getComputedStyle(element)
    return Number.parseFloat(fontSize) * (element.getBoundingClientRect().height / element.offsetHeight)
  })
