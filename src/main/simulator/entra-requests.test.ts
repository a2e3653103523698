import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../shared/scim'
import * as entra from './entra-requests'
import { createBody, differences, type MappedValue } from './mapping'
import * as okta from './okta-requests'

interface Line {
  seq: number
  request: { method: string; path: string; headers: Record<string, string>; body: JsonObject | null }
}

const recorded = (file: string): Line[] =>
  readFileSync(join(import.meta.dirname, '../../../test/conversations', file), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Line)

const initial = recorded('entra-initial-cycle.jsonl')
const incremental = recorded('entra-incremental-cycle.jsonl')
const onDemand = recorded('entra-provision-on-demand.jsonl')
const oktaLines = recorded('okta-lifecycle.jsonl')

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** The recorded request with ids for variables, as the client writes it below the base URL. */
function wire(lines: Line[], seq: number): entra.ScimRequest {
  const { request } = JSON.parse(JSON.stringify(lines[seq - 1]).replace(/\$\{(\w+)\}/g, '$1')) as Line
  const path = request.path.replace('/scim/v2', '')
  return { method: request.method, path, ...(request.body && { body: request.body }) } as entra.ScimRequest
}

const replaced = (path: string, value: string | boolean) => ({ path, value, hadValue: true })
const added = (path: string, value: string | boolean) => ({ path, value, hadValue: false })

test.each([
  ['looks users up', initial, 4, entra.lookUpUser('userName', 'anna.lindqvist@contoso.example')],
  ['escapes an apostrophe', incremental, 9, entra.lookUpUser('userName', "ines.o'connor@contoso.example")],
  [
    'probes groups without members',
    initial,
    3,
    entra.lookUpGroup('displayName', 'c2f0b7f4-38f1-4a4a-8a55-0d6f0e5a1002')
  ],
  [
    'escapes an ampersand',
    incremental,
    15,
    entra.lookUpGroup('displayName', 'Contoso Warehouse & Logistics')
  ],
  ['reads before an update', incremental, 19, entra.readUser('u_greta')],
  ['sets a manager as bare text', initial, 40, entra.setManager('u_dmitri', 'u_bashir', false, 'plain')],
  ['checks a manager before setting it', initial, 36, entra.checkManager('u_bashir', 'u_anna')],
  ['sets another manager', incremental, 33, entra.setManager('u_ines', 'u_bashir', true, 'plain')],
  ['sets a manager under the flag', incremental, 50, entra.setManager('u_jamal', 'u_bashir', false, 'flag')],
  ['adds one member with an empty $ref', initial, 49, entra.addMembers('g_it', ['u_bashir'], 'plain')],
  ['checks a membership', initial, 48, entra.checkMember('g_it', 'u_bashir')],
  ['disables with text', incremental, 24, entra.updateUser('u_jamal', [replaced('active', false)], 'plain')],
  [
    'disables with a boolean under the flag',
    incremental,
    48,
    entra.updateUser('u_chloe', [replaced('active', false)], 'flag')
  ],
  [
    'adds a single value under the flag',
    incremental,
    47,
    entra.updateUser('u_anna', [added('nickName', 'Annika')], 'flag')
  ],
  [
    'mixes Replace and Add',
    incremental,
    23,
    entra.updateUser(
      'u_dmitri',
      [
        replaced('title', 'Senior Systems Engineer'),
        added('addresses[type eq "work"].formatted', 'IT-2/17'),
        added(`${ENTERPRISE}:costCenter`, 'CC-4410')
      ],
      'plain'
    )
  ],
  ['removes one member by value', incremental, 40, entra.removeMembers('g_it', ['u_dmitri'], 'plain')],
  [
    'removes members by filter under the flag',
    incremental,
    56,
    entra.removeMembers('g_log', ['u_liam', 'u_kasia'], 'flag')
  ],
  ['adds members under the flag', incremental, 54, entra.addMembers('g_log', ['u_jamal', 'u_liam'], 'flag')],
  ['renames a group', incremental, 38, entra.renameGroup('g_it', 'Contoso Platform Operations', 'plain')],
  [
    'renames a group under the flag',
    incremental,
    59,
    entra.renameGroup('g_it', 'Contoso IT Operations', 'flag')
  ],
  ['deletes a user', incremental, 60, entra.deleteUser('u_liam')],
  ['deletes a group', incremental, 66, entra.deleteGroup('g_all')],
  [
    'creates a group with no members',
    onDemand,
    21,
    entra.createGroup('Contoso Pilot Users', '9b1f6f3e-2d4a-4a80-8f0d-5e2c7a9b1001')
  ],
  ['looks users up as Okta', oktaLines, 3, okta.lookUpUser('rosa.castillo@contoso.example')],
  ['tests the connection as Okta', oktaLines, 1, okta.probeUsers],
  ['creates a group as Okta', oktaLines, 16, okta.createGroup('Contoso Field Sales')],
  ['pushes a name as Okta', oktaLines, 19, okta.pushName('g_sales', 'Contoso Field Sales EMEA')],
  [
    'pushes members as Okta',
    oktaLines,
    18,
    okta.pushMembers('g_sales', [{ id: 'u_tomas', userName: 'tomas.lindgren@contoso.example' }], ['u_rosa'])
  ]
] as const)('%s, byte for byte as recorded', (_title, lines, seq, request) => {
  expect(JSON.stringify(request)).toBe(JSON.stringify(wire(lines, seq)))
})

test('several values under the flag share one operation without path, filtered ones stand alone', () => {
  const found = [
    replaced('displayName', 'Farid Haddad (Finance)'),
    replaced('name.givenName', 'Farid'),
    replaced('emails[type eq "work"].value', 'farid.haddad2@contoso.example')
  ]
  expect(entra.updateUser('x', found, 'flag').body?.Operations).toEqual([
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'farid.haddad2@contoso.example' },
    { op: 'replace', value: { displayName: 'Farid Haddad (Finance)', 'name.givenName': 'Farid' } }
  ])
})

test('the body of a create says what the recorded one says', () => {
  const { body } = wire(initial, 7)
  const values: MappedValue[] = [
    { path: 'externalId', value: 'bashir.rahmani' },
    { path: 'userName', value: 'bashir.rahmani@contoso.example' },
    { path: 'active', value: true },
    { path: 'displayName', value: 'Bashir Rahmani' },
    { path: 'name.formatted', value: 'Bashir Rahmani' },
    { path: 'name.familyName', value: 'Rahmani' },
    { path: 'name.givenName', value: 'Bashir' },
    { path: 'title', value: 'Head of IT' },
    { path: 'emails[type eq "work"].value', value: 'bashir.rahmani@contoso.example' },
    { path: 'phoneNumbers[type eq "work"].value', value: '+46 8 555 010 02' },
    { path: `${ENTERPRISE}:employeeNumber`, value: '10002' },
    { path: `${ENTERPRISE}:department`, value: 'IT' }
  ]
  const made = createBody(values, 'default')
  expect({ ...made, roles: null }).toEqual({ ...body, roles: null })
  expect(differences(values, made)).toEqual([])
})
