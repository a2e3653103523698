import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, endEngine } from './desktop-steps'
import { expect, sendTo, test } from './fixtures'
import { originAfter, scimOrigin } from './launch'
import { showScreen } from './steps'

test('an engine that ends in the middle of writing is started again with a sentence, and nothing acknowledged is lost', async ({
  usher,
  page,
  secret
}) => {
  const messages = await answerDialogs(usher.app)
  const end = await endEngine(usher.app, page)
  const origin = await scimOrigin(page)
  const acknowledged: string[] = []

  /** Creates people until the connection breaks. */
  const write = async (writer: number) => {
    for (let number = 0; ; number++) {
      const userName = `w${writer}-${number}@contoso.example`
      const answer = await sendTo(origin, 'POST', '/Users', { userName }, secret).catch(() => null)
      if (answer?.status !== 201) return
      acknowledged.push(userName)
    }
  }
  const writers = [1, 2, 3, 4].map(write)
  await expect.poll(() => acknowledged.length).toBeGreaterThan(40)
  await end()
  await Promise.all(writers)

  await expect
    .poll(() => messages.jsonValue())
    .toEqual(['The server stopped unexpectedly and is running again.'])
  const again = await originAfter(page, origin)
  for (const userName of acknowledged) {
    const filter = encodeURIComponent(`userName eq "${userName}"`)
    const { body } = await sendTo(again, 'GET', `/Users?filter=${filter}`, undefined, secret)
    expect(body, userName).toMatchObject({ totalResults: 1 })
  }
  await showScreen(page, 'Users')
  await expect(page.getByRole('main').getByText('w1-0@contoso.example').first()).toBeVisible()
})

test('a report of a crash stays in the data folder', async ({ usher, dataFolder }) => {
  await answerDialogs(usher.app)
  const uploads = await usher.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())
  expect(uploads).toBe(false)
  await usher.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  )
  const reports = async () => {
    const folder = join(dataFolder, 'browser', 'crashes')
    return existsSync(folder)
      ? (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.dmp')).length
      : 0
  }
  await expect.poll(reports).toBeGreaterThan(0)
})
