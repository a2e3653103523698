import { test as base, expect, type Page } from '@playwright/test'
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

export { expect }

interface House extends LaunchedApp {
  send: Send
  /** Creates somebody or something and says its id. */
  make: (path: '/Users' | '/Groups', body: object) => Promise<string>
  /** Adds or removes members by PATCH, as Entra does. */
  change: (group: string, op: 'Add' | 'Remove', ids: string[]) => Promise<number>
  go: (hash: string) => Promise<void>
}

/** One app for all tests of a file, which names itself (`test.use({ residents })`) so that it gets an empty one. */
export const test = base.extend<{ page: Page }, { house: House; residents: string }>({
  residents: ['', { scope: 'worker', option: true }],
  house: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from this pattern.
    async ({}, give) => {
      const dataFolder = await makeDataFolder()
      const secret = makeSecret()
      const launched = await launchApp({ dataFolder, environmentToken: secret })
      const origin = await scimOrigin(launched.page)
      const send: Send = (method, path, body, { token = secret } = {}) =>
        sendTo(origin, method, path, body, token)
      await give({
        ...launched,
        send,
        async make(path, body) {
          const answer = await send('POST', path, body)
          if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}`)
          return (answer.body as { id: string }).id
        },
        async change(group, op, ids) {
          const Operations = [{ op, path: 'members', value: ids.map(value => ({ value })) }]
          return (await send('PATCH', `/Groups/${group}`, { schemas: [], Operations })).status
        },
        go: hash => launched.page.evaluate(to => void (location.hash = to), hash)
      })
      await closeApp(launched)
      await removeDataFolder(dataFolder)
    },
    { scope: 'worker' }
  ],
  page: async ({ house }, give) => give(house.page)
})

/** Toasts that fade out while axe looks have no contrast. */
export async function closeToasts(page: Page) {
  const close = page.getByRole('button', { name: 'Close', exact: true })
  await close.evaluateAll(buttons =>
    buttons.forEach(button => (button as unknown as { click(): void }).click())
  )
  await expect(close).toHaveCount(0)
}
