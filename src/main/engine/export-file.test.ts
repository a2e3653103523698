import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportToFile, NothingToExport } from './export-file'
import { startEngine } from './started.fixture'

const ALL = { search: '', state: 'all' } as const

test.each([
  ['users.csv', 'anna'],
  ['Users-2026.JSON', '"totalResults":1'],
  ['users.ldif', 'uid: anna'],
  ['groups.csv', 'Team'],
  ['groups.json', '"displayName":"Team"'],
  ['groups.ldif', 'member: uid=anna,ou=people,o=usher']
])('--export %s writes what its name says', async (name, held) => {
  const { stop, send, dataFolder } = await startEngine()
  const { id } = (await send('POST', '/Users', { userName: 'anna' })).json as { id: string }
  await send('POST', '/Groups', { displayName: 'Team', members: [{ value: id }] })
  await stop()

  const folder = mkdtempSync(join(tmpdir(), 'usher-export-'))
  expect(await exportToFile(dataFolder, { ...ALL, file: join(folder, name) })).toBe(1)
  expect(readFileSync(join(folder, name), 'utf8')).toContain(held)
  expect(readdirSync(folder)).toEqual([name])
})

test('where there is no directory none is made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'usher-export-'))
  await expect(exportToFile(folder, { ...ALL, file: join(folder, 'users.csv') })).rejects.toThrow(
    NothingToExport
  )
  expect(existsSync(join(folder, 'usher.db'))).toBe(false)
})
