import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEngine } from './started.fixture'

const DEVICE = 'urn:example:schemas:Device'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'usher-custom-'))
  for (const name of ['schemas', 'resource-types']) mkdirSync(join(folder, name))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const files = {
  'schemas/device.json': JSON.stringify({
    id: DEVICE,
    name: 'Device',
    attributes: [{ name: 'serial', type: 'string', required: true }]
  }),
  'resource-types/device.json': JSON.stringify({
    name: 'Device',
    endpoint: '/Devices',
    schema: DEVICE
  })
}

test('a resource type from the data folder has its endpoint, the same as users and groups', async () => {
  const { send } = await startEngine({ dataFolder: folderWith(files) })
  const created = await send('POST', '/Devices', { schemas: [DEVICE], serial: 'A-1' })
  expect(created).toMatchObject({ status: 201, json: { serial: 'A-1', meta: { resourceType: 'Device' } } })
  const found = await send('GET', '/Devices?filter=serial+eq+%22A-1%22')
  expect(found.json.totalResults).toBe(1)
  expect((await send('DELETE', `/Devices/${String(created.json.id)}`)).status).toBe(204)
})

test('a broken file is told with its name, and everything else works', async () => {
  const warnings: string[] = []
  const appLog = { warn: (message: string) => void warnings.push(message) }
  const dataFolder = folderWith({ ...files, 'schemas/broken.json': '{' })
  const { send } = await startEngine({ dataFolder, appLog })
  expect(warnings).toEqual([expect.stringContaining('schemas/broken.json')])
  expect((await send('GET', '/Devices')).status).toBe(200)
})
