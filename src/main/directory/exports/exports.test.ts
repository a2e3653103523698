import { expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, LIST_RESPONSE } from '../../../shared/scim'
import { builtInRegistry } from '../../scim/registry'
import { openDirectory } from '../directory.fixture'
import { createViews } from '../views'
import { createExports, type ExportFormat } from '.'
import { readCsv, readLdif } from './readers.fixture'

const EVERYBODY = { search: '', state: 'all' } as const
const BASE = 'https://scim.test/scim/v2'

async function house() {
  const opened = openDirectory()
  const parts = { stores: opened.stores, registry: builtInRegistry }
  const exports = createExports(parts, createViews(parts))
  const boss = await opened.user('boss@x.test', { displayName: 'Zoë, "the Boss"' })
  const anna = await opened.user('anna+1@x.test', {
    displayName: '=1+1',
    active: false,
    title: `${'long '.repeat(30)}title`,
    name: { givenName: 'Anna', familyName: 'Lindqvist' },
    emails: [
      { type: 'home', value: 'a@home.test' },
      { type: 'work', value: 'a@x.test', primary: true }
    ],
    phoneNumbers: [{ type: 'mobile', value: '+46 1' }],
    [ENTERPRISE_SCHEMA]: { department: 'Finance\nOslo', manager: { value: boss.id } }
  })
  const team = await opened.group('Team, "A"', [anna.id])
  const empty = await opened.group('Empty')
  const all = await opened.group('All', [team.id, boss.id])
  const text = async (pieces: AsyncIterable<{ text: string }>) => {
    let whole = ''
    for await (const piece of pieces) whole += piece.text
    return whole
  }
  return {
    ...opened,
    boss,
    anna,
    team,
    empty,
    all,
    users: (format: ExportFormat, only: Parameters<typeof exports.users>[1] = EVERYBODY) =>
      text(exports.users(format, only, BASE)),
    groups: (format: ExportFormat) => text(exports.groups(format, { search: '' }, BASE)),
    members: (id: string) => text(exports.members({ id, kind: 'effective', asOf: null, search: '' }))
  }
}

test('users as CSV are read back cell by cell; formulas are disarmed, commas and quotes kept', async () => {
  const { users, anna, boss } = await house()
  const text = await users('csv')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const rows = readCsv(text)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ id: boss.id, displayName: 'Zoë, "the Boss"', active: 'true' })
  expect(rows[1]).toMatchObject({
    id: anna.id,
    displayName: "'=1+1",
    active: 'false',
    email: 'a@x.test',
    department: 'Finance\nOslo',
    managerId: boss.id
  })
})

test('users as JSON are one SCIM ListResponse of what GET answers', async () => {
  const { users, directory, context, anna } = await house()
  const list = JSON.parse(await users('json')) as { Resources: { id: string }[] }
  expect(list).toMatchObject({ schemas: [LIST_RESPONSE], totalResults: 2, itemsPerPage: 2, startIndex: 1 })
  const { resource } = await directory.read(context, 'User', anna.id, {
    attributes: null,
    excludedAttributes: null
  })
  expect(list.Resources[1]).toEqual(resource)
})

test('users as LDIF are read back: base64 where RFC 2849 asks for it, long lines folded, managers by name', async () => {
  const { users, anna } = await house()
  const text = await users('ldif')
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(76)
  // oxlint-disable-next-line no-control-regex
  expect(text).toMatch(/^[\x00-\x7f]*$/)
  const entry = readLdif(text).find(({ dn }) => dn === 'uid=anna\\+1@x.test,ou=people,o=usher')
  expect(entry?.values).toMatchObject({
    objectClass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson'],
    uid: ['anna+1@x.test'],
    cn: ['=1+1'],
    sn: ['Lindqvist'],
    mail: ['a@home.test', 'a@x.test'],
    mobile: ['+46 1'],
    departmentNumber: ['Finance\nOslo'],
    title: [`${'long '.repeat(30)}title`],
    manager: ['uid=boss@x.test,ou=people,o=usher'],
    description: [`id ${anna.id}, disabled`]
  })
  expect(text).toContain('displayName:: ')
})

test('groups are written with their members: CSV counts, JSON members, LDIF groupOfNames', async () => {
  const { groups, team, empty, all, anna } = await house()
  expect(
    readCsv(await groups('csv')).map(row => [row.displayName, row.directCount, row.effectiveCount])
  ).toEqual([
    ['Team, "A"', '1', '1'],
    ['Empty', '0', '0'],
    ['All', '2', '3']
  ])
  const list = JSON.parse(await groups('json')) as {
    Resources: { id: string; members?: { value: string }[] }[]
  }
  expect(list.Resources.find(({ id }) => id === team.id)?.members).toMatchObject([{ value: anna.id }])
  const entries = readLdif(await groups('ldif'))
  const of = (id: string) => entries.find(entry => entry.values.description?.[0] === `id ${id}`)
  expect(of(team.id)?.dn).toBe('cn=Team\\, \\"A\\",ou=groups,o=usher')
  expect(of(team.id)?.values).toMatchObject({
    objectClass: ['top', 'groupOfNames'],
    member: ['uid=anna\\+1@x.test,ou=people,o=usher']
  })
  expect(of(all.id)?.values.member).toEqual([
    'uid=boss@x.test,ou=people,o=usher',
    'cn=Team\\, \\"A\\",ou=groups,o=usher'
  ])
  expect(of(empty.id)?.values.member).toHaveLength(1)
})

test('two groups of one name are two entries of LDIF, each with a name of its own', async () => {
  const { groups, directory, context } = await house()
  const allowing = { ...context, compatibility: 'rfc' as const }
  const ids: string[] = []
  for (const displayName of ['Twins', 'twins']) {
    const body = { schemas: [GROUP_SCHEMA], displayName }
    ids.push(
      (await directory.create(allowing, 'Group', body, { attributes: null, excludedAttributes: null })).id
    )
  }
  const dns = readLdif(await groups('ldif')).map(({ dn }) => dn)
  expect(dns).toContain(`cn=Twins+description=id ${ids[0]},ou=groups,o=usher`)
  expect(new Set(dns).size).toBe(dns.length)
})

test('an export of what is shown has only that', async () => {
  const { users } = await house()
  const names = async (only: Parameters<typeof users>[1]) =>
    readCsv(await users('csv', only)).map(row => row.userName)
  expect(await names({ search: 'zoë', state: 'all' })).toEqual(['boss@x.test'])
  expect(await names({ search: '', state: 'disabled' })).toEqual(['anna+1@x.test'])
  expect(await names({ search: 'zoë', state: 'disabled' })).toEqual([])
})

test('members as CSV say how each is one, and through which groups', async () => {
  const { members, all } = await house()
  expect(readCsv(await members(all.id)).map(row => [row.name, row.membership, row.via])).toEqual([
    ['Zoë, "the Boss"', 'direct', ''],
    ["'=1+1", 'effective', 'Team, "A"'],
    ['Team, "A"', 'direct', '']
  ])
})
