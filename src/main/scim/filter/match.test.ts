import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, USER_SCHEMA, type JsonObject } from '../../../shared/scim'
import { refusal } from '../refusal.fixture'
import { takeNotes, STRICT, type Reading } from '../reading'
import { builtInRegistry, modelOf } from '../registry'
import type { Filter } from './ast'
import { matchFilter } from './match'
import { parseFilter } from './parse'
import { printFilter } from './print'
import { resolveFilter } from './resolve'

const user = modelOf(builtInRegistry, 'User')!
const group = modelOf(builtInRegistry, 'Group')!

const anna: JsonObject = {
  schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA],
  id: 'a1',
  externalId: 'Anna.L',
  userName: 'Anna.Lindqvist@contoso.example',
  active: true,
  displayName: 'Änna Straße',
  nickName: '',
  name: { givenName: 'Anna', familyName: 'Lindqvist' },
  emails: [
    { type: 'work', value: 'anna@contoso.example', primary: true },
    { type: 'home', value: 'anna@home.example' }
  ],
  photos: [],
  ims: [{ value: '', type: null }],
  profileUrl: 'https://contoso.example/Anna',
  groups: [{ value: 'g1', type: 'direct' }],
  [ENTERPRISE_SCHEMA]: { department: 'Finance', manager: { value: 'm1', displayName: 'Maria' } },
  meta: {
    resourceType: 'User',
    created: '2026-11-01T10:00:00.000Z',
    lastModified: '2026-11-02T10:00:00.000Z',
    location: 'https://scim.contoso.example/scim/v2/Users/a1',
    version: 'W/"3"'
  }
}

const resolve = (text: string, reading?: Reading): Filter =>
  resolveFilter(parseFilter(text, reading), [user], reading)
const matches = (text: string, resource = anna) => matchFilter(resolve(text), resource)

describe('RFC 7644 §3.4.2.2: who matches', () => {
  test.each([
    // eq and ne, case by schema
    ['userName eq "anna.lindqvist@CONTOSO.example"', true],
    ['USERNAME eq "anna.lindqvist@contoso.example"', true],
    ['userName eq "anna"', false],
    ['externalId eq "Anna.L"', true],
    ['externalId eq "anna.l"', false],
    ['id eq "a1"', true],
    ['id eq "A1"', false],
    ['displayName eq "äNNA STRASSE"', true],
    ['displayName eq "a\\u0308nna strasse"', true],
    ['userName ne "anna"', true],
    ['userName ne "anna.lindqvist@contoso.example"', false],
    ['title ne "x"', true],
    ['title eq "x"', false],
    // substrings
    ['userName co "LINDQVIST"', true],
    ['userName sw "anna."', true],
    ['userName ew ".EXAMPLE"', true],
    ['userName sw "lindqvist"', false],
    ['externalId co "anna"', false],
    ['title co ""', false],
    ['userName co ""', true],
    // order
    ['userName gt "anna"', true],
    ['userName lt "b"', true],
    ['userName ge "anna.lindqvist@contoso.example"', true],
    ['userName le "ANNA.lindqvist@contoso.example"', true],
    ['title lt "z"', false],
    // presence
    ['title pr', false],
    ['nickName pr', false],
    ['active pr', true],
    ['name pr', true],
    ['name.middleName pr', false],
    ['emails pr', true],
    ['photos pr', false],
    ['ims pr', false],
    ['emails.value pr', true],
    ['emails.display pr', false],
    ['title eq null', true],
    ['title ne null', false],
    ['name eq null', false],
    ['userName ne null', true],
    // booleans
    ['active eq true', true],
    ['active ne true', false],
    ['active eq false', false],
    // multi-valued: any element; value paths: one element
    ['emails.value eq "anna@home.example"', true],
    ['emails eq "anna@home.example"', true],
    ['emails co "contoso"', true],
    ['emails.type eq "work" and emails.value eq "anna@home.example"', true],
    ['emails[type eq "work" and value eq "anna@home.example"]', false],
    ['emails[type eq "HOME" and value sw "anna"]', true],
    ['emails[type eq "work"].value eq "anna@contoso.example"', true],
    ['emails[type eq "work"].value eq "anna@home.example"', false],
    ['emails[type eq "work"].value ne "anna@home.example"', true],
    ['emails[type eq "fax"].value pr', false],
    ['emails[not (type eq "work")]', true],
    ['emails.type ne "work"', false],
    ['emails[type ne "work"]', true],
    ['phoneNumbers[type ne "work"]', false],
    ['phoneNumbers.type ne "work"', true],
    ['name[familyName eq "lindqvist"]', true],
    // primary is false when it is not said (RFC 7643 §2.4)
    ['emails[primary eq false].value eq "anna@home.example"', true],
    ['emails[primary eq true and type eq "work"]', true],
    ['emails[primary ne true and type eq "home"]', true],
    ['emails[primary ne false and type eq "home"]', false],
    ['emails.primary eq false', true],
    ['emails.primary eq true', true],
    ['phoneNumbers.primary eq false', false],
    // URNs and extensions
    [`${USER_SCHEMA}:userName sw "anna"`, true],
    [`${USER_SCHEMA.toUpperCase()}:name.givenName eq "anna"`, true],
    [`${USER_SCHEMA}:emails[type eq "work"]`, true],
    [`${ENTERPRISE_SCHEMA}:department eq "finance"`, true],
    [`${ENTERPRISE_SCHEMA}:manager.displayName eq "maria"`, true],
    [`${ENTERPRISE_SCHEMA}:manager eq "m1"`, true],
    [`${ENTERPRISE_SCHEMA}:manager.value eq "M1"`, false],
    [`${ENTERPRISE_SCHEMA}:costCenter pr`, false],
    ['schemas eq "urn:ietf:params:scim:schemas:core:2.0:User"', true],
    // dates as instants
    ['meta.lastModified gt "2026-11-01T23:00:00-11:00"', false],
    ['meta.lastModified ge "2026-11-02T11:00:00+01:00"', true],
    ['meta.lastModified eq "2026-11-02T10:00:00Z"', true],
    ['meta.lastModified lt "2026-11-02T10:00:00.001Z"', true],
    ['meta.created sw "2026-11-01"', true],
    ['meta.resourceType eq "User"', true],
    // references are case exact
    ['profileUrl eq "https://contoso.example/anna"', false],
    ['profileUrl ew "/Anna"', true],
    // precedence
    ['title pr or userName pr and active eq false', false],
    ['userName pr or title pr and active eq false', true],
    ['(userName pr or title pr) and active eq false', false],
    ['not (title pr) and active eq true', true]
  ])('%s → %s', (text, expected) => {
    expect(matches(text)).toBe(expected)
  })

  test('groups eq looks at the value', () => expect(matches('groups eq "g1"')).toBe(true))

  test('values of another JSON type, nulls and inherited members never match', () => {
    expect(matches('title eq "5"', { title: 5 })).toBe(false)
    expect(matches('active eq true', { active: 'true' })).toBe(false)
    expect(matches('name.familyName eq "x"', { name: 'x' })).toBe(false)
    expect(matches('name.familyName pr', { name: null })).toBe(false)
    expect(matches('emails[type eq "work"]', { emails: ['work', null, 5] })).toBe(false)
    expect(matches('meta.created gt "2020-01-01T00:00:00Z"', { meta: { created: 'yesterday' } })).toBe(false)
  })

  test('lone surrogates and NUL compare as the database stores them', () => {
    expect(matches('title eq "\\ud800"', { title: '\udfff' })).toBe(true)
    expect(matches('title eq "a\\u0000b"', { title: 'A\0B' })).toBe(true)
    expect(matches('title eq "a"', { title: 'a\0b' })).toBe(false)
  })
})

describe('Entra: the look-ups of a cycle', () => {
  test.each([
    ['id eq "a1" and manager eq "m1"', [{ name: 'unprefixed-extension-attribute', detail: 'manager' }]],
    ['department eq "Finance"', [{ name: 'unprefixed-extension-attribute', detail: 'department' }]],
    [
      'emails[primary eq "True"].value pr',
      [
        { name: 'sub-attribute-of-value-path', detail: 'emails[…].value' },
        { name: 'quoted-boolean-in-filter', detail: 'primary eq "True"' }
      ]
    ],
    ['active eq "TRUE"', [{ name: 'quoted-boolean-in-filter', detail: 'active eq "TRUE"' }]],
    ['externalId eq Anna.L', [{ name: 'unquoted-filter-value', detail: 'externalId "Anna.L"' }]]
  ])('%s matches, and says what was bent', (text, uses) => {
    const reading = takeNotes('entra')
    expect(matchFilter(resolve(text, reading), anna)).toBe(true)
    expect(reading.uses).toEqual(uses)
    expect(refusal(() => resolve(text, STRICT)).scimType).toBe('invalidFilter')
  })

  test('id and members, as the reference check asks', () => {
    const filter = resolveFilter(parseFilter('id eq "g1" and members eq "a1"'), [group])
    expect(printFilter(filter)).toBe('id eq "g1" and members.value eq "a1"')
    expect(matchFilter(filter, { id: 'g1', members: [{ value: 'b' }, { value: 'a1' }] })).toBe(true)
    expect(matchFilter(filter, { id: 'g1', members: [{ value: 'b' }] })).toBe(false)
  })
})
