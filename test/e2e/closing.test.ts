import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../free-port'
import { answerDialogs, closeWindow, desktopWithTray, isWindowVisible } from './desktop-steps'
import { expect, sendTo, test } from './fixtures'
import { closeApp, commandLine, scimOrigin, startProgram } from './launch'
import { beginRequest } from './sockets'
import { showScreen, tableRows } from './steps'

const QUESTION = 'Keep Usher running in the tray?'

test('S10 Closing the window the first time asks Keep running / Quit / Cancel; Keep running leaves the port answering', async ({
  launch,
  dataFolder,
  secret
}) => {
  const environment = await desktopWithTray(dataFolder)
  const { app, page } = await launch({ environment })
  const origin = await scimOrigin(page)

  const cancelled = await answerDialogs(app, 2)
  await closeWindow(app)
  await expect.poll(() => cancelled.jsonValue()).toEqual([QUESTION])
  expect(await isWindowVisible(app)).toBe(true)

  const kept = await answerDialogs(app, 0)
  await closeWindow(app)
  await expect.poll(() => isWindowVisible(app)).toBe(false)
  expect(await kept.jsonValue()).toEqual([QUESTION])
  expect(await sendTo(origin, 'GET', '/Users', undefined, secret)).toMatchObject({ status: 200 })

  // A second launch is the way back where the tray is overlooked; the choice is remembered.
  const [code] = await once(spawn(...commandLine({ dataFolder }, []), { stdio: 'ignore' }), 'exit')
  expect(code).toBe(0)
  await expect.poll(() => isWindowVisible(app)).toBe(true)
  await closeWindow(app)
  await expect.poll(() => isWindowVisible(app)).toBe(false)
  expect(await kept.jsonValue()).toEqual([QUESTION])
})

test('the choice to quit is remembered, and without a tray closing the window quits without a question', async ({
  launch,
  dataFolder
}) => {
  const environment = await desktopWithTray(dataFolder)
  const first = await launch({ environment })
  await expect(first.page.getByRole('banner').getByRole('status')).toHaveText('Running')
  await answerDialogs(first.app, 1)
  const firstEnd = once(first.program, 'exit')
  await closeWindow(first.app)
  await firstEnd

  const second = await launch({ environment })
  await showScreen(second.page, 'Settings')
  const tray = second.page.getByRole('switch', { name: 'Keep running in tray' })
  await expect(tray).toBeEnabled()
  await expect(tray).not.toBeChecked()
  await expect(second.page.getByText('Off: closing the window quits Usher')).toBeVisible()
  await tray.click()
  await expect(tray).toBeChecked()
  await second.app.close()

  const withoutTray = await launch({ environment: await desktopWithTray(dataFolder, false) })
  await showScreen(withoutTray.page, 'Settings')
  await expect(withoutTray.page.getByText('because this desktop shows no tray')).toBeVisible()
  const end = once(withoutTray.program, 'exit')
  await closeWindow(withoutTray.app)
  expect(await end).toEqual([0, null])
})

test('started at login it has no window but answers; a launch by hand shows one', async ({
  dataFolder,
  secret
}) => {
  const port = await freePort()
  const environment = await desktopWithTray(dataFolder)
  const app = await startProgram({
    dataFolder,
    port,
    environmentToken: secret,
    environment,
    more: ['--hidden']
  })
  try {
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}/health`).then(
          ({ status }) => status,
          () => 0
        )
      )
      .toBe(200)
    expect(app.windows()).toHaveLength(0)

    const window = app.waitForEvent('window')
    await once(spawn(...commandLine({ dataFolder }, []), { stdio: 'ignore' }), 'exit')
    await expect((await window).getByRole('banner').getByRole('status')).toHaveText('Running')
  } finally {
    await closeApp({ app, program: app.process() })
  }
})

test('quitting closes the door at once and waits for the request in flight, which is answered and kept', async ({
  launch,
  secret
}) => {
  const first = await launch()
  const origin = await scimOrigin(first.page)
  const request = await beginRequest(origin, secret, {
    userName: 'last@contoso.example',
    displayName: 'Last One'
  })
  const end = once(first.program, 'exit')
  await first.app.evaluate(({ app }) => app.quit())
  await expect
    .poll(() =>
      fetch(`${origin}/health`).then(
        () => 'open',
        () => 'closed'
      )
    )
    .toBe('closed')

  expect(await request.finish()).toMatch(/^HTTP\/1\.1 201 /)
  expect(await end).toEqual([0, null])

  const second = await launch()
  await showScreen(second.page, 'Users')
  await expect(tableRows(second.page, 'Users')).toHaveText([/Last One/])
})
