import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { USER_SCHEMA } from '../../shared/scim'
import { failureOf } from '../engine/failure'
import type { ResourceModel } from '../scim/model'
import { createRegistry, modelOf } from '../scim/registry'
import { listBackups, newestSoundBackup, UnfitBackup, verifyBackup } from './backups'
import { DATABASE_FILE } from './database'
import { MIGRATIONS } from './migrate'
import { previewRestore } from './preview-restore'
import { restoreBackup } from './restore-backup'
import { openStores } from './stores'

const newFolder = () => mkdtempSync(join(tmpdir(), 'usher backup ä-'))
const NOON = Date.UTC(2026, 0, 1, 12)

async function open(folder: string) {
  const stores = openStores(folder)
  const add = (id: string) =>
    stores.commit.write(() =>
      stores.resources.insert({ id, type: 'User', schema: USER_SCHEMA, document: { userName: id }, at: 0 })
    )
  return {
    ...stores,
    add,
    backUp: (now = NOON, kind: 'scheduled' | 'by-hand' = 'scheduled') =>
      stores.reader.run('backUp', { kind, now, kept: 7 })
  }
}

const userIn = async (folder: string, id: string) => {
  const stores = openStores(folder)
  const found = stores.resources.find('User', id)
  await stores.close()
  return found !== null
}

test('a backup made in use is sound and has what was committed; the directory goes on', async () => {
  const folder = newFolder()
  const stores = await open(folder)
  await stores.add('anna')
  const backup = await stores.backUp()
  await stores.add('bo')
  await stores.close()
  expect(listBackups(folder)).toMatchObject([{ name: 'usher-2026-01-01T12-00-00.db', bytes: backup.bytes }])
  expect(verifyBackup(join(folder, 'backups', backup.name))).toBe(null)
  expect(readdirSync(join(folder, 'backups'))).toEqual(['backups.json', backup.name])
  expect(backup).toMatchObject({
    kind: 'scheduled',
    check: { finding: null, counts: { users: 1, groups: 0 } }
  })

  const setAside = restoreBackup(folder, backup.name, NOON)
  expect([await userIn(folder, 'anna'), await userIn(folder, 'bo')]).toEqual([true, false])
  expect(existsSync(join(folder, String(setAside)))).toBe(true)
})

test('a directory with unique values of custom schemas is backed up, checked, previewed and restored as any', async () => {
  const folder = newFolder()
  const stores = await open(folder)
  stores.uniqueValues.prepare([modelWithUnique()])
  await stores.add('anna')
  const { name } = await stores.backUp()
  await stores.close()
  expect(verifyBackup(join(folder, 'backups', name))).toBe(null)
  expect(previewRestore(folder, name, NOON).name).toBe(name)
  restoreBackup(folder, name, NOON)
  expect(await userIn(folder, 'anna')).toBe(true)
})

/** Its index calls fold(). */
function modelWithUnique(): ResourceModel {
  const attributes = [{ name: 'serial', type: 'string', uniqueness: 'server' }]
  const schema = { id: 'urn:x:2.0:Device', name: 'Device', attributes }
  const type = { name: 'Device', endpoint: '/Devices', schema: schema.id }
  const { registry } = createRegistry({
    schemas: [{ file: 'schemas/device.json', text: JSON.stringify(schema) }],
    resourceTypes: [{ file: 'resource-types/device.json', text: JSON.stringify(type) }]
  })
  return modelOf(registry, 'Device')!
}

test('what a restore sets aside is a backup itself, and restoring that undoes it', async () => {
  const folder = newFolder()
  const stores = await open(folder)
  await stores.add('anna')
  const { name } = await stores.backUp()
  await stores.add('bo')
  await stores.close()

  expect(restoreBackup(folder, name, NOON)).toBe(join('backups', 'before-restore-2026-01-01T12-00-00.db'))
  const kept = listBackups(folder).find(({ kind }) => kind === 'before-restore')
  expect(kept?.check).toBe(null)
  restoreBackup(folder, kept!.name, NOON)
  expect([await userIn(folder, 'anna'), await userIn(folder, 'bo')]).toEqual([true, true])
  expect(listBackups(folder).map(one => one.name)).toEqual([
    'before-restore-2026-01-01T12-00-01.db',
    'usher-2026-01-01T12-00-00.db',
    'before-restore-2026-01-01T12-00-00.db'
  ])
})

test('a preview says who would come back, go, or be another; which tokens would work again or no more', async () => {
  const folder = newFolder()
  const stores = await open(folder)
  const { add, commit, tokens, resources, settings } = stores
  const token = (id: string) => ({
    id,
    name: `token ${id}`,
    hash: Buffer.from(id),
    lastFour: '0000',
    createdAt: 0,
    expiresAt: null,
    rotatedFrom: null,
    clientId: null
  })
  await add('anna')
  await add('bo')
  await commit.write(() => tokens.create(token('old')))
  const { name } = await stores.backUp()

  await add('cleo')
  await commit.write(() => {
    const anna = resources.find('User', 'anna')!
    resources.replace(anna, USER_SCHEMA, { userName: 'anna', displayName: 'Anna' }, NOON)
    resources.remove(resources.find('User', 'bo')!, USER_SCHEMA, NOON, 1)
    tokens.create(token('new'))
    tokens.revoke('old', NOON)
    settings.set({ 'server.port': 7777, 'log.filter': 'seen in passing' })
  })
  expect(previewRestore(folder, name, NOON + 1)).toEqual({
    name,
    at: NOON,
    types: [
      {
        type: 'User',
        now: 2,
        then: 2,
        back: { count: 1, names: ['bo'] },
        gone: { count: 1, names: ['cleo'] },
        changed: { count: 1, names: ['Anna'] }
      },
      {
        type: 'Group',
        now: 0,
        then: 0,
        back: { count: 0, names: [] },
        gone: { count: 0, names: [] },
        changed: { count: 0, names: [] }
      }
    ],
    tokens: { now: 1, then: 1, worksAgain: ['token old'], endsNow: ['token new'] },
    settings: ['server.port'],
    port: { now: 7777, then: 7643 }
  })
  await stores.close()
})

test('of the scheduled ones seven stay, and those made by hand beside them', async () => {
  const folder = newFolder()
  const stores = await open(folder)
  await stores.backUp(NOON - 1000, 'by-hand')
  for (let day = 0; day < 9; day++) await stores.backUp(NOON + day * 86_400_000)
  await stores.close()
  expect(listBackups(folder)).toHaveLength(8)
  expect(listBackups(folder).map(({ name }) => name)).not.toContain('usher-2026-01-01T12-00-00.db')
})

test('a damaged directory file: the newest sound backup is offered by name, a damaged one is passed over', async () => {
  const folder = newFolder()
  const stores = await open(folder)
  await stores.add('anna')
  await stores.backUp(NOON)
  await stores.backUp(NOON + 1000)
  await stores.close()
  const newest = join(folder, 'backups', 'usher-2026-01-01T12-00-01.db')
  const bytes = readFileSync(newest)
  bytes.fill(0xaa, 4096)
  writeFileSync(newest, bytes)
  writeFileSync(join(folder, DATABASE_FILE), 'this is no database '.repeat(500))

  const failure = failureOf(
    thrownBy(() => openStores(folder)),
    folder
  )
  expect(failure).toMatchObject({ reason: 'database', backup: { name: 'usher-2026-01-01T12-00-00.db' } })
  expect(() => restoreBackup(folder, 'usher-2026-01-01T12-00-01.db', NOON)).toThrow(UnfitBackup)
  expect(() => restoreBackup(folder, 'nothing.db', NOON)).toThrow(/There are: usher-2026/)
  restoreBackup(folder, failure.backup?.name ?? '', NOON)
  expect(await userIn(folder, 'anna')).toBe(true)
})

test('without a backup nothing is offered, and nothing is begun anew', () => {
  const folder = newFolder()
  const file = join(folder, DATABASE_FILE)
  writeFileSync(file, 'this is no database '.repeat(500))
  expect(
    failureOf(
      thrownBy(() => openStores(folder)),
      folder
    ).backup
  ).toBe(undefined)
  expect(newestSoundBackup(folder)).toBe(null)
  expect(readFileSync(file, 'utf8')).toContain('no database')
})

test('nothing is restored over a directory in use', async () => {
  const folder = newFolder()
  const stores = await open(folder)
  const { name } = await stores.backUp()
  expect(() => restoreBackup(folder, name, NOON)).toThrow(/in use by another Usher/)
  await stores.close()
})

test.each(MIGRATIONS.slice(0, -1).map(({ number }) => number))(
  'a file of schema %i is brought up to date with all that is in it, after a backup',
  async number => {
    const folder = newFolder()
    const fixture = join(import.meta.dirname, `../../../test/fixtures/usher-schema-${number}.db`)
    copyFileSync(fixture, join(folder, DATABASE_FILE))
    const { resources, members, settings, changes, userLists, db, close } = openStores(folder)

    const anna = resources.find('User', 'id-1')
    const [team, everybody] = [resources.find('Group', 'id-5'), resources.find('Group', 'id-6')]
    expect(anna?.document).toMatchObject({ userName: 'Anna@contoso.example', active: true })
    expect([team?.memberCount, everybody?.memberCount]).toEqual([2, 1])
    expect(members.groupsOf(anna!.ref).map(({ id, isDirect }) => [id, isDirect])).toEqual([
      ['id-5', true],
      ['id-6', false]
    ])
    expect(userLists.rows([anna!.ref])).toMatchObject([{ groupCount: 1 }])
    expect(resources.findDeleted('id-4')?.name).toBe('Dee')
    expect(changes.byResource(team!.ref, null, 10)).toHaveLength(2)
    expect(settings.get()['server.compatibility']).toBe('rfc')
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    await close()
    expect(verifyBackup(join(folder, 'backups', `before-schema-${number + 1}.db`))).toBe(null)
  }
)

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
