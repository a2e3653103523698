import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { endEngine } from './desktop-steps'
import { expect, sendTo, test } from './fixtures'
import { closeApp, originAfter, scimOrigin } from './launch'
import { showScreen, tableRows } from './steps'

const JUNK = Buffer.alloc(40_960, 'this is no database ')

function damage(file: string) {
  for (const log of ['-wal', '-shm']) rmSync(`${file}${log}`, { force: true })
  writeFileSync(file, JUNK)
}

/** The file that a restored backup took the place of. */
function keptIn(folder: string): Buffer {
  const [kept] = readdirSync(folder).filter(name => name.startsWith('usher-replaced-'))
  return readFileSync(join(folder, String(kept)))
}

/** Presses these buttons one after the other, and keeps what each dialog said. */
const pressInTurn = (app: ElectronApplication, labels: string[]) =>
  app.evaluateHandle(({ dialog }, buttons) => {
    const said: string[] = []
    dialog.showMessageBox = (...args: unknown[]) => {
      const asked = args.at(-1) as Electron.MessageBoxOptions
      const label = buttons[said.length] ?? 'Quit Usher'
      said.push([asked.message, asked.detail, `[${asked.buttons?.join('] [')}]`].join('\n'))
      return Promise.resolve({ response: asked.buttons?.indexOf(label) ?? -1, checkboxChecked: false })
    }
    return said
  }, labels)

test('a damaged directory file: a question names the newest sound backup, trying again changes nothing, restoring goes on from it and keeps the damaged file', async ({
  usher,
  page,
  send,
  dataFolder
}) => {
  const file = join(dataFolder, 'usher.db')
  const anna = await send('POST', '/Users', {
    userName: 'anna@contoso.example',
    displayName: 'Anna Lindqvist'
  })
  await showScreen(page, 'Settings')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(tableRows(page, 'Backups')).toHaveText([/1 user.*Verified/])
  const bo = await send('POST', '/Users', { userName: 'bo@contoso.example' })

  const before = await scimOrigin(page)
  const said = await pressInTurn(usher.app, ['Try Again', 'Restore Backup'])
  const end = await endEngine(usher.app, page)
  // The engine's open file goes on under another name; what the next start finds is damaged.
  renameSync(file, join(dataFolder, 'elsewhere.db'))
  damage(file)
  await end()

  await expect.poll(async () => (await said.jsonValue()).length).toBe(2)
  for (const text of await said.jsonValue()) {
    expect(text).toContain('Usher cannot open its database.')
    expect(text).toContain('it is not a SQLite file')
    expect(text).toMatch(/The newest backup that is sound was made \S+/)
    expect(text).toContain('[Restore Backup] [Try Again] [Quit Usher]')
  }
  await originAfter(page, before)
  const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id
  expect(await send('GET', `/Users/${idOf(anna)}`)).toMatchObject({ status: 200 })
  expect(await send('GET', `/Users/${idOf(bo)}`)).toMatchObject({ status: 404 })
  expect(keptIn(dataFolder).equals(JUNK)).toBe(true)
})

/** Runs before the app: presses one button, and keeps what was asked. */
const PRESSES_RESTORE = `
  globalThis.said = []
  require('electron').dialog.showMessageBox = (...args) => {
    const { message, detail, buttons } = args.at(-1)
    globalThis.said.push([message, detail, ...buttons].join('\\n'))
    return Promise.resolve({ response: buttons.indexOf('Restore Backup'), checkboxChecked: false })
  }
`

test('a damaged directory file at the start: the same question, and the app runs on from the newest sound backup', async ({
  launch,
  secret,
  dataFolder
}) => {
  const first = await launch()
  const before = await scimOrigin(first.page)
  expect((await sendTo(before, 'POST', '/Users', { userName: 'anna' }, secret)).status).toBe(201)
  await showScreen(first.page, 'Settings')
  await first.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(tableRows(first.page, 'Backups')).toHaveText([/1 user.*Verified/])
  await closeApp(first)
  damage(join(dataFolder, 'usher.db'))

  const press = join(dataFolder, 'press.cjs')
  writeFileSync(press, PRESSES_RESTORE)
  const { app, page } = await launch({ before: press })
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  const said = await app.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  expect(said).toEqual([expect.stringContaining('The newest backup that is sound was made')])
  const { body } = await sendTo(await scimOrigin(page), 'GET', '/Users', undefined, secret)
  expect(body).toMatchObject({ totalResults: 1, Resources: [{ userName: 'anna' }] })
  expect(keptIn(dataFolder).equals(JUNK)).toBe(true)
})
