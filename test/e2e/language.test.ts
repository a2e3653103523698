import { replay } from '../conversations/replay'
import { sendTo } from '../conversations/senders'
import { axeFindings } from './axe'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { showScreen } from './steps'

const IN_GERMAN = [
  'Live-Protokoll',
  'Benutzer',
  'Gruppen',
  'Token',
  'Simulator',
  'Einstellungen',
  'Einrichtung'
] as const

test('Language: German, chosen in Settings, is spoken at once by the page and the desktop on each screen, and survives a restart; axe is clean', async ({
  launch,
  secret
}) => {
  const first = await launch()
  expect(await replay('entra-initial-cycle', sendTo(await scimOrigin(first.page)), secret)).toEqual([])
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'en')
  await showScreen(first.page, 'Settings')
  await first.page.getByRole('radiogroup', { name: 'Language' }).getByText('Deutsch').click()
  await expect(first.page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
  await expect(first.page).toHaveURL(/#\/settings/)

  for (const name of IN_GERMAN) {
    await test.step(name, async () => {
      const navigation = first.page.getByRole('navigation', { name: 'Hauptnavigation' })
      await navigation.getByRole('link', { name }).click()
      await expect(first.page.getByRole('heading', { level: 1, name })).toBeVisible()
      expect.soft(await axeFindings(first.page), name).toEqual([])
    })
  }
  const menus = () =>
    first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  await expect.poll(menus).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Gehe zu', 'Fenster', 'Hilfe'])
  await first.app.close()

  const { page } = await launch()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible()
  await page.getByRole('link', { name: 'Live-Protokoll' }).click()
  const rows = page.getByRole('grid', { name: 'Anfragen' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Anna Lindqvist gelesen' }).last()).toBeVisible()

  const headers = { authorization: `Bearer ${secret}` }
  expect((await fetch(`${await scimOrigin(page)}/scim/v2/Users/nobody`, { headers })).status).toBe(404)
  const outcome = rows.last().getByRole('gridcell', { name: 'Fehlgeschlagen', exact: true })
  await expect(outcome).toBeVisible()
  const cutOff = () => outcome.evaluate(cell => cell.scrollWidth - cell.clientWidth)
  expect(await cutOff()).toBe(0)
  await page.keyboard.press('ControlOrMeta+Shift+P')
  await expect(page.getByRole('columnheader', { name: 'Methode' })).toBeHidden()
  expect(await cutOff(), 'in the presenter layout').toBe(0)
})

test('Language: on a German system the console begins in German', async ({ launch }) => {
  const { page } = await launch({
    more: ['--lang=de'],
    environment: { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' }
  })
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { level: 1, name: 'Einrichtung' })).toBeVisible()
})
