import { test } from '@playwright/test'
import { sendTo, type Send } from './fixtures'
import {
  closeApp,
  launchApp,
  makeDataFolder,
  makeSecret,
  removeDataFolder,
  scimOrigin,
  type LaunchedApp
} from './launch'
import { showScreen, type ScreenName } from './steps'

/** One app for all tests of a file, in their order, because starting it takes longer than most of them. */
export function shareApp({ screen }: { screen: ScreenName }) {
  const secret = makeSecret()
  let dataFolder = ''
  let launched: LaunchedApp | null = null
  let origin: string | null = null

  const present = (): LaunchedApp => {
    if (!launched) throw new Error('The shared app runs only while tests do.')
    return launched
  }
  const start = async () => {
    launched = await launchApp({ dataFolder, environmentToken: secret })
    origin = null
    await showScreen(launched.page, screen)
  }

  test.beforeAll(async () => {
    dataFolder = await makeDataFolder()
    await start()
  })
  test.afterAll(async () => {
    if (launched) await closeApp(launched)
    await removeDataFolder(dataFolder)
  })

  const send: Send = async (method, path, body, { token = secret } = {}) => {
    origin ??= await scimOrigin(present().page)
    return sendTo(origin, method, path, body, token)
  }

  return {
    secret,
    send,
    app: () => present().app,
    page: () => present().page,
    restart: async () => {
      await closeApp(present())
      await start()
    }
  }
}
