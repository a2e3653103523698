import { expect, test } from '@playwright/test'
import { shareApp } from './share-app'
import { logRows } from './steps'

test.describe.configure({ mode: 'serial' })
const { page, send } = shareApp({ screen: 'Live log' })

const grid = () => page().getByRole('grid', { name: 'Requests' })

test('before the first request the log says what it waits for, below what the console did', async () => {
  const waiting = page().getByText('Waiting for the first request')
  await expect(logRows(page())).toContainText([/Started the server/])
  await expect(waiting).toBeVisible()
  await expect(page().getByText('No request yet')).toBeVisible()

  await send('POST', '/Users', { userName: 'alice@contoso.example', displayName: 'Alice Ng' })
  await send('GET', '/Users')
  await expect(logRows(page()).last()).toContainText('users')
  await expect(waiting).toBeHidden()
})

test('a right click offers “Only this” and “Not this” for the cell, and what can be done with the row', async () => {
  await logRows(page())
    .filter({ hasText: 'Created Alice Ng' })
    .getByRole('gridcell', { name: 'POST' })
    .click({ button: 'right' })
  const menu = page().getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: /^Replay/ })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: 'Not this: method=POST' })).toBeVisible()
  await menu.getByRole('menuitem', { name: 'Only this: method=POST' }).click()
  await expect(page().getByRole('button', { name: 'Remove method=POST' })).toBeVisible()
  await expect(logRows(page()).last()).toContainText('POST')

  await page().getByRole('button', { name: 'Saved filters' }).click()
  await page().getByRole('textbox', { name: 'Name' }).fill('Creates')
  await page().getByRole('button', { name: 'Save this filter' }).click()
  await page().keyboard.press('Escape')
  await page().getByRole('button', { name: 'Clear filter' }).click()
  await page().getByRole('button', { name: 'Saved filters' }).click()
  await page().getByRole('button', { name: 'Creates', exact: false }).first().click()
  await expect(page().getByRole('button', { name: 'Remove method=POST' })).toBeVisible()
  await page().getByRole('button', { name: 'Clear filter' }).click()
})

test('columns are chosen and stay so; presenter layout leaves sentences only', async () => {
  const headers = grid().getByRole('columnheader')
  await page().getByRole('button', { name: 'Columns' }).click()
  await page().getByRole('checkbox', { name: 'Duration' }).click()
  await expect(headers).not.toContainText(['Duration'])
  await page().getByRole('button', { name: 'Usual columns and widths' }).click()
  await expect(headers.filter({ hasText: 'Duration' })).toBeVisible()
  await page().keyboard.press('Escape')
  await page().keyboard.press('ControlOrMeta+Shift+P')
  await expect(headers).toHaveText(['Time', 'Outcome', 'What happened'])
  await page().keyboard.press('ControlOrMeta+Shift+P')
  await expect(headers.filter({ hasText: 'Token' })).toBeVisible()
})

test('the row whose details are open stays in sight when rows become higher and lower again', async () => {
  for (let number = 0; number < 40; number++)
    await send('GET', `/Users?filter=userName eq "nobody-${number}"`)
  await logRows(page()).last().click()
  await page().keyboard.press('Home')
  const last = page().locator('[role=rowgroup] [role=row]', { hasText: 'nobody-9' }).first()
  await last.click()
  const heights = async () => (await last.boundingBox())?.height
  const isInSight = async () => {
    const [list, row] = [await grid().getByRole('rowgroup').boundingBox(), await last.boundingBox()]
    return list !== null && row !== null && row.y >= list.y && row.y + row.height <= list.y + list.height
  }
  const isLow = async () => (await heights()) === 32
  expect([await isLow(), await isInSight()]).toEqual([true, true])
  await page().keyboard.press('ControlOrMeta+Shift+P')
  await expect.poll(heights).toBe(56)
  expect(await isInSight()).toBe(true)
  await page().keyboard.press('ControlOrMeta+Shift+P')
  await expect.poll(heights).toBe(32)
  expect(await isInSight()).toBe(true)
})
