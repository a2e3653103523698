import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { endEngine } from './desktop-steps'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { showScreen, tableRows } from './steps'

const JUNK = Buffer.alloc(40_960, 'this is no database ')

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

  const said = await pressInTurn(usher.app, ['Try Again', 'Restore Backup'])
  const end = await endEngine(usher.app, page)
  // The engine's open file goes on under another name; what the next start finds is damaged.
  renameSync(file, join(dataFolder, 'elsewhere.db'))
  for (const log of ['-wal', '-shm']) rmSync(`${file}${log}`, { force: true })
  writeFileSync(file, JUNK)
  await end()

  await expect.poll(async () => (await said.jsonValue()).length).toBe(2)
  for (const text of await said.jsonValue()) {
    expect(text).toContain('Usher cannot open its database.')
    expect(text).toContain('it is not a SQLite file')
    expect(text).toMatch(/The newest backup that is sound was made \S+/)
    expect(text).toContain('[Restore Backup] [Try Again] [Quit Usher]')
  }
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  await scimOrigin(page)
  const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id
  expect(await send('GET', `/Users/${idOf(anna)}`)).toMatchObject({ status: 200 })
  expect(await send('GET', `/Users/${idOf(bo)}`)).toMatchObject({ status: 404 })
  const [kept] = readdirSync(dataFolder).filter(name => name.startsWith('usher-replaced-'))
  expect(readFileSync(join(dataFolder, String(kept))).equals(JUNK)).toBe(true)
})
