import { describe, expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA, USER_SCHEMA } from '../../../shared/scim'
import { refusal } from '../refusal.fixture'
import { parsePath } from './path'
import { printFilter } from './print'

describe('RFC 7644 §3.5.2: PATCH paths', () => {
  test.each([
    ['userName', [null, 'userName', null, null]],
    [' userName ', [null, 'userName', null, null]],
    ['name.familyName', [null, 'name', 'familyName', null]],
    [`${USER_SCHEMA}:name.familyName`, [USER_SCHEMA, 'name', 'familyName', null]],
    [`${ENTERPRISE_SCHEMA}:manager`, [ENTERPRISE_SCHEMA, 'manager', null, null]],
    [`${ENTERPRISE_SCHEMA}:manager.displayName`, [ENTERPRISE_SCHEMA, 'manager', 'displayName', null]],
    [ENTERPRISE_SCHEMA, ['urn:ietf:params:scim:schemas:extension:enterprise:2.0', 'User', null, null]],
    ['members[value eq "x"]', [null, 'members', null, 'value eq "x"']],
    ['members[value eq "x"].$ref', [null, 'members', '$ref', 'value eq "x"']],
    ['emails[type eq "work"].value', [null, 'emails', 'value', 'type eq "work"']],
    ['emails[type eq "a]b"].value', [null, 'emails', 'value', 'type eq "a]b"']],
    [
      `${USER_SCHEMA}:emails[type eq "work" and not (primary eq true)]`,
      [USER_SCHEMA, 'emails', null, 'type eq "work" and not (primary eq true)']
    ]
  ])('parses %s', (text, [urn, name, sub, filter]) => {
    const path = parsePath(text!)
    expect([path.urn, path.name, path.sub, path.filter && printFilter(path.filter)]).toEqual([
      urn,
      name,
      sub,
      filter
    ])
  })

  test.each([
    '',
    ' ',
    '.',
    'a.b.c',
    'a b',
    'a"',
    '[type eq "work"]',
    'emails[type eq "work"',
    'emails[type eq',
    'emails[',
    'emails[type eq "work"]value',
    'emails[type eq "work"].',
    'emails[type eq "work"].value.x',
    'emails[type eq "work"].urn:a',
    'emails[type eq "work"][primary eq true]',
    'emails.value[type eq "work"]',
    'emails]',
    'urn:',
    '.'.repeat(1_000_000)
  ])('refuses %.40j with 400 invalidPath', text => {
    expect(refusal(() => parsePath(text))).toMatchObject({ status: 400, scimType: 'invalidPath' })
  })

  test.each([
    'emails[]',
    'emails[type]',
    'emails[type is "work"]',
    'emails[type eq "work]',
    'emails[members[value eq "x"]]',
    `emails[${'('.repeat(20_000)}]`,
    `emails[type eq "${'x'.repeat(1_000_000)}"]`
  ])('RFC 7644 §3.12: a bad filter in a path is 400 invalidFilter (%#)', text => {
    expect(refusal(() => parsePath(text))).toMatchObject({ status: 400, scimType: 'invalidFilter' })
  })
})
