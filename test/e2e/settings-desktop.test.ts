import { desktopWithTray, watchNotifications } from './desktop-steps'
import { expect, sendTo, test } from './fixtures'
import { scimOrigin } from './launch'
import { logRows, showScreen } from './steps'

test('P5 Theme Light/Dark/System changes at once and survives restart', async ({ launch }) => {
  const first = await launch()
  const scheme = (page: typeof first.page) => page.locator('html').getAttribute('data-mantine-color-scheme')
  await showScreen(first.page, 'Settings')
  const themes = first.page.getByRole('radiogroup', { name: 'Theme' })
  for (const [label, expected] of [
    ['Light', 'light'],
    ['Dark', 'dark']
  ] as const) {
    await themes.getByText(label, { exact: true }).click()
    await expect.poll(() => scheme(first.page)).toBe(expected)
  }
  const native = () => first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  await expect.poll(native).toBe('dark')
  await first.app.close()

  const second = await launch()
  await expect.poll(() => scheme(second.page)).toBe('dark')
  await showScreen(second.page, 'Settings')
  await second.page.getByRole('radiogroup', { name: 'Theme' }).getByText('System', { exact: true }).click()
  await expect.poll(() => second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system')
})

test('P6 Start at login and Keep running in tray reflect the system state after toggling; unavailable ones are disabled with the reason', async ({
  launch,
  dataFolder
}) => {
  const { page } = await launch({ environment: await desktopWithTray(dataFolder) })
  await showScreen(page, 'Settings')
  const tray = page.getByRole('switch', { name: 'Keep running in tray' })
  await expect(page.getByText('You are asked when you close the window for the first time.')).toBeVisible()
  await tray.click()
  await expect(tray).toBeChecked()
  await tray.click()
  await expect(tray).not.toBeChecked()

  await expect(page.getByRole('switch', { name: 'Start at login' })).toBeDisabled()
  await expect(
    page.getByText('Not available here, because Usher was started from its source folder, not installed.')
  ).toBeVisible()
})

test('P7 Single-key shortcuts can be switched off; then `c` in the list does nothing', async ({
  usher,
  page,
  send
}) => {
  await send('GET', '/Users')
  const copied = () => usher.app.evaluate(({ clipboard }) => clipboard.readText())
  const pressC = async () => {
    await showScreen(page, 'Live log')
    await logRows(page).last().click()
    await page.keyboard.press('c')
  }
  await usher.app.evaluate(({ clipboard }) => clipboard.writeText('before'))
  await showScreen(page, 'Settings')
  const keys = page.getByRole('switch', { name: 'Single-key shortcuts' })
  await keys.click()
  await expect(keys).not.toBeChecked()
  await pressC()
  expect(await copied()).toBe('before')

  await showScreen(page, 'Settings')
  await keys.click()
  await expect(keys).toBeChecked()
  await pressC()
  await expect.poll(copied).toContain('curl')
})

test('P8 Notification settings list three kinds with an example each; Send test shows one', async ({
  usher,
  page
}) => {
  const notifications = await watchNotifications(usher.app)
  const shown = () => notifications.evaluate(watched => watched.texts())
  await showScreen(page, 'Settings')
  const group = page.getByRole('group', { name: 'Notifications' })
  await expect(group.getByRole('switch')).toHaveCount(3)
  await expect(group.getByText('For example:')).toHaveCount(3)
  await expect(group.getByRole('switch', { name: 'Provisioning is failing' })).toBeChecked()
  await expect(group.getByRole('switch', { name: 'The directory changed' })).not.toBeChecked()

  await group.getByRole('button', { name: 'Send test: The directory changed' }).click()
  await expect.poll(shown).toEqual(['12 changes in the directory: Latest: Created Alice Ng'])
})

test('failing requests are told once while nobody looks, and a click opens the filtered log', async ({
  usher,
  page,
  send
}) => {
  await send('GET', '/Users')
  const origin = await scimOrigin(page)
  const notifications = await watchNotifications(usher.app)
  const shown = () => notifications.evaluate(watched => watched.texts())
  await usher.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  for (let number = 0; number < 3; number++) {
    await sendTo(origin, 'GET', '/Users', undefined, 'no-token-of-ours-0123456789')
  }
  await expect.poll(shown).toHaveLength(1)
  expect((await shown())[0]).toMatch(/^Provisioning is failing: .*Refused: unknown token/)

  await notifications.evaluate(watched => watched.click())
  await expect(logRows(page)).toHaveCount(3)
})
