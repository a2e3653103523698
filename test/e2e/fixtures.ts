import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { SCIM_BASE_PATH, SCIM_MEDIA_TYPE } from '../../src/shared/scim'
import type { LaunchArguments, LaunchedApp } from './launch'
import { closeApp, launchApp, makeDataFolder, makeSecret, removeDataFolder, scimOrigin } from './launch'

export { expect }

/** An HTTP call to the running server, with a valid token unless another one is named. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  options?: { token?: string }
) => Promise<{ status: number; body: unknown }>

interface Fixtures {
  dataFolder: string
  /** Starts the app on the test's data folder; all are closed at the end. */
  launch: (options?: Partial<LaunchArguments>) => Promise<LaunchedApp>
  usher: LaunchedApp
  page: Page
  /** USHER_TOKEN of every app in this test. */
  secret: string
  send: Send
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from this pattern.
  dataFolder: async ({}, give) => {
    const folder = await makeDataFolder()
    await give(folder)
    await removeDataFolder(folder)
  },

  // oxlint-disable-next-line no-empty-pattern
  secret: async ({}, give) => give(makeSecret()),

  launch: async ({ dataFolder, secret }, give) => {
    const launched: LaunchedApp[] = []
    await give(async options => {
      const app = await launchApp({ dataFolder, environmentToken: secret, ...options })
      launched.push(app)
      return app
    })
    for (const app of launched) await closeApp(app)
  },

  usher: async ({ launch }, give) => give(await launch()),
  page: async ({ usher }, give) => give(usher.page),

  send: async ({ page, secret }, give) =>
    give(async (method, path, body, { token = secret } = {}) =>
      sendTo(await scimOrigin(page), method, path, body, token)
    )
})

export async function sendTo(origin: string, method: string, path: string, body: unknown, token: string) {
  const answer = await fetch(`${origin}${SCIM_BASE_PATH}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'Content-Type': SCIM_MEDIA_TYPE })
    },
    body: body === undefined ? undefined : JSON.stringify(body)
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
}
