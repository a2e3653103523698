import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from './fixtures'
import { answerDialogs } from './desktop-steps'
import { commandLine } from './launch'

test('S9 A second launch of the app opens no second window; the first is focused; with a deep link it also navigates', async ({
  usher,
  page,
  dataFolder
}) => {
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  await usher.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const second = spawn(...commandLine({ dataFolder }, ['usher://tokens']), { stdio: 'ignore' })
  const [code] = await once(second, 'exit')

  expect(code).toBe(0)
  await expect(page).toHaveURL('app://console/#/tokens')
  const areMinimized = () =>
    usher.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(window => window.isMinimized())
    )
  await expect.poll(areMinimized).toEqual([false])
})

test('the window opens where it was closed', async ({ launch }) => {
  const place = { x: 40, y: 60, width: 1000, height: 700 }
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, place)
  await first.app.close()

  const second = await launch()
  const bounds = () =>
    second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await expect.poll(bounds).toEqual(place)
})

test('the menu leads to each screen without loading the page anew', async ({ usher, page }) => {
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  for (const [label, route] of [
    ['Users', '#/users'],
    ['Groups', '#/groups'],
    ['Tokens', '#/tokens'],
    ['Live Log', '#/log']
  ] as const) {
    await usher.app.evaluate(({ Menu }, name) => {
      const go = Menu.getApplicationMenu()?.items.find(item => item.label === 'Go')
      go?.submenu?.items.find(item => item.label === name)?.click()
    }, label)
    await expect(page).toHaveURL(`app://console/${route}`)
  }
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('the menu of the product has no reload and no developer tools', async ({ usher }) => {
  const roles = await usher.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ role }) => role) ?? [])
  )
  expect(roles?.map(role => role?.toLowerCase())).toEqual(
    expect.arrayContaining(['copy', 'zoomin', 'togglefullscreen'])
  )
  expect(roles?.map(role => role?.toLowerCase())).not.toEqual(expect.arrayContaining(['reload']))
  expect(roles?.map(role => role?.toLowerCase())).not.toEqual(expect.arrayContaining(['toggledevtools']))
})

test('a page that crashed is opened again at the press of a button', async ({ usher }) => {
  const messages = await answerDialogs(usher.app)
  // Sooner, the process that crashes may be the one that this page is about to leave: then nothing is gone.
  await expect(usher.page.getByRole('heading', { level: 1 })).toBeVisible()
  const isShownAgain = await usher.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return new Promise<boolean>(resolve => {
      contents?.once('render-process-gone', () =>
        contents.once('did-finish-load', () => resolve(!contents.isCrashed()))
      )
      contents?.forcefullyCrashRenderer()
    })
  })
  expect(isShownAgain).toBe(true)
  await expect.poll(() => messages.jsonValue()).toEqual(['The window’s page stopped unexpectedly.'])
})
