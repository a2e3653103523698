import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { freePort } from '../free-port'
import { axeFindings } from './axe'
import { expect, sendTo, test } from './fixtures'
import { scimOrigin } from './launch'
import { beginRequest } from './sockets'
import { showScreen, tableRows } from './steps'

const namesOf = async (origin: string, token: string) => {
  const { body } = await sendTo(origin, 'GET', '/Users', undefined, token)
  return (body as { Resources: { displayName: string }[] }).Resources.map(({ displayName }) => displayName)
}

/** A page that has begun anew, as it does for another workspace. */
const beginsAnew = async (page: Page, deed: () => Promise<void>) => {
  await page.evaluate(() => Object.assign(window, { isOld: true }))
  await deed()
  await page.waitForFunction(() => !('isOld' in window))
}

const switchTo = async (page: Page, name: string) => {
  await page.getByRole('button', { name: /Workspace: / }).click()
  await beginsAnew(page, () => page.getByRole('menuitem', { name }).click())
  await expect(page.getByRole('button', { name: new RegExp(`Workspace: ${name}$`) })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
}

test('a second workspace has its own port, people and colour; switching keeps them apart and needs no restart', async ({
  page,
  secret,
  dataFolder
}) => {
  const first = await scimOrigin(page)
  const anna = { userName: 'anna@contoso.example', displayName: 'Anna Lindqvist' }
  await sendTo(first, 'POST', '/Users', anna, secret)
  await expect(page.getByRole('img', { name: /^Workspace: / })).toHaveCount(0)

  const port = await freePort()
  await showScreen(page, 'Settings')
  await page.getByRole('button', { name: 'New workspace' }).click()
  const dialog = page.getByRole('dialog', { name: 'New workspace' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Fabrikam')
  await dialog.getByRole('radio', { name: 'Rose' }).check()
  await dialog.getByRole('textbox', { name: 'Port' }).fill(String(port))
  expect.soft(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(tableRows(page, 'Workspaces')).toHaveCount(2)
  const stripe = page.getByRole('img', { name: /^Workspace: / })
  const colour = () => stripe.evaluate(element => getComputedStyle(element).backgroundColor)
  await expect(stripe).toHaveAccessibleName('Workspace: Home, Teal')
  const teal = await colour()

  const request = await beginRequest(first, secret, { userName: 'last', displayName: 'Last One' })
  await beginsAnew(page, async () => {
    await page.getByRole('button', { name: 'Open Fabrikam' }).click()
    expect(await request.finish()).toMatch(/^HTTP\/1\.1 201 /)
  })
  await expect(stripe).toHaveAccessibleName('Workspace: Fabrikam, Rose')
  await expect(page.getByRole('banner')).toContainText(`127.0.0.1:${port}`)
  await expect(page).toHaveTitle(/Fabrikam – Usher$/)
  expect(await colour()).not.toBe(teal)
  await expect(fetch(`${first}/health`)).rejects.toThrow()

  const second = await scimOrigin(page)
  await sendTo(second, 'POST', '/Users', { userName: 'bo@fabrikam.example', displayName: 'Bo Ek' }, secret)
  expect(await namesOf(second, secret)).toEqual(['Bo Ek'])
  await showScreen(page, 'Users')
  await expect(tableRows(page, 'Users')).toHaveText([/Bo Ek/])

  await switchTo(page, 'Home')
  expect(await namesOf(await scimOrigin(page), secret)).toEqual(['Anna Lindqvist', 'Last One'])
  expect(await colour()).toBe(teal)
  await showScreen(page, 'Users')
  await expect(tableRows(page, 'Users')).toHaveCount(2)

  const lock = new DatabaseSync(join(dataFolder, 'workspaces', 'fabrikam', 'usher.lock'))
  lock.exec('BEGIN EXCLUSIVE')
  await page.getByRole('button', { name: /Workspace: Home$/ }).click()
  await page.getByRole('menuitem', { name: 'Fabrikam' }).click()
  await expect(page.getByText(/The data folder .*fabrikam is in use by another Usher/)).toBeVisible()
  lock.close()
  await expect(page.getByRole('button', { name: /Workspace: Home$/ })).toBeVisible()
})
