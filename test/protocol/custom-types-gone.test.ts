import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { USER_SCHEMA } from '../../src/shared/scim'
import { startServer } from './server.fixture'

const LAMP = 'urn:example:scim:schemas:Lamp'
const BADGE = 'urn:example:scim:schemas:extension:badge:2.0:User'
const files: Record<string, object> = {
  'schemas/lamp.json': {
    id: LAMP,
    attributes: [{ name: 'serial', type: 'string', required: true, uniqueness: 'server' }]
  },
  'schemas/badge.json': { id: BADGE, attributes: [{ name: 'number', type: 'string', uniqueness: 'server' }] },
  'resource-types/lamp.json': { name: 'Lamp', endpoint: '/Lamps', schema: LAMP },
  'resource-types/user.json': { name: 'User', schemaExtensions: [{ schema: BADGE }] }
}

test('files of a type are taken away and put back: the rest works meanwhile, and its resources return', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'usher-gone-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(dataFolder, path, '..'), { recursive: true })
    writeFileSync(join(dataFolder, path), JSON.stringify(content))
  }
  const move = (from: string, to: string) => {
    for (const folder of ['schemas', 'resource-types'])
      renameSync(join(dataFolder, `${folder}${from}`), join(dataFolder, `${folder}${to}`))
  }

  const first = await startServer('entra', { dataFolder })
  const lamp = await first.create('/Lamps', { schemas: [LAMP], serial: 'L-1' })
  const anna = await first.create('/Users', {
    schemas: [USER_SCHEMA, BADGE],
    userName: 'anna',
    [BADGE]: { number: '7' }
  })
  await first.stop()

  move('', '-away')
  const without = await startServer('entra', { dataFolder })
  expect((await without.send('GET', `/Lamps/${lamp}`)).status).toBe(404)
  expect((await without.send('GET', '')).json.totalResults).toBe(1)
  expect(await without.read(`/Users/${anna}`)).toMatchObject({ [BADGE]: { number: '7' } })
  expect((await without.patch(`/Users/${anna}`, { op: 'replace', path: 'title', value: 'T' })).status).toBe(
    200
  )
  await without.create('/Users', { schemas: [USER_SCHEMA], userName: 'bert' })
  expect(without.engine.console.views.counts()).toMatchObject({ users: 2 })
  expect((await without.send('DELETE', `/Users/${anna}`)).status).toBe(204)
  await without.stop()

  move('-away', '')
  const again = await startServer('entra', { dataFolder })
  expect(await again.read(`/Lamps/${lamp}`)).toMatchObject({ serial: 'L-1' })
  expect((await again.send('POST', '/Lamps', { schemas: [LAMP], serial: 'l-1' })).status).toBe(409)
})
