import { describe, expect, test } from 'vitest'
import { GROUP_SCHEMA } from '../../../shared/scim'
import { attempt, refusal } from '../refusal.fixture'
import { builtInRegistry, modelOf } from '../registry'
import { matchFilter } from './match'
import { parseFilter } from './parse'
import { printFilter } from './print'
import { resolveElementFilter, resolveFilter } from './resolve'

const user = modelOf(builtInRegistry, 'User')!
const group = modelOf(builtInRegistry, 'Group')!
const resolve = (text: string) => resolveFilter(parseFilter(text), [user])

describe('RFC 7644 §3.4.2.2: 400 invalidFilter for what the schema does not allow', () => {
  test.each([
    ['unknownName eq "x"', 'User has no attribute "unknownName".'],
    ['name.unknown eq "x"', 'User has no attribute "name.unknown".'],
    ['userName.value eq "x"', 'User has no attribute "userName.value".'],
    ['emails[unknown eq "x"]', 'emails has no sub-attribute "unknown".'],
    ['emails[type.x eq "x"]', 'emails has no sub-attribute "type.x".'],
    ['urn:unknown:2.0:User:userName eq "x"', 'User has no attribute "urn:unknown:2.0:User:userName".'],
    ['userName[value eq "x"]', 'userName has no sub-attributes that a value path could filter on.'],
    ['emails.value[type eq "x"]', 'emails.value has no sub-attributes that a value path could filter on.'],
    ['active gt true', 'active gt true: a boolean can only be compared by eq and ne.'],
    ['active co "tr"', 'active co "tr": a boolean can only be compared by eq and ne.'],
    ['active eq "yes"', 'active eq "yes": the value must be true or false.'],
    ['active eq 1', 'active eq 1: the value must be true or false.'],
    ['emails.primary ge true', 'emails.primary ge true: a boolean can only be compared by eq and ne.'],
    ['x509Certificates.value gt "a"', 'x509Certificates.value gt "a": binary values have no order.'],
    [
      'meta.created gt "yesterday"',
      'meta.created gt "yesterday": the value must be a date and time such as "2011-05-13T04:42:34Z".'
    ],
    ['name eq "x"', 'name is complex: compare one of its sub-attributes.'],
    ['title gt null', 'null can only be compared by eq and ne, not by gt.'],
    ['password eq "x"', 'password is never returned, so it cannot be filtered on.'],
    ['password pr', 'password is never returned, so it cannot be filtered on.'],
    ['__proto__ pr', 'User has no attribute "__proto__".'],
    ['constructor eq "x"', 'User has no attribute "constructor".'],
    ['emails[__proto__ pr]', 'emails has no sub-attribute "__proto__".']
  ])('%s', (text, detail) => {
    expect(refusal(() => resolve(text))).toMatchObject({ status: 400, scimType: 'invalidFilter', detail })
  })
})

describe('RFC 7644 §3.4.2.1: several types at once', () => {
  const across = (text: string) => printFilter(resolveFilter(parseFilter(text), [user, group]))

  test.each([
    ['displayName eq "x"', 'displayName eq "x"'],
    ['userName eq "x"', 'userName eq "x"'],
    ['members eq "x"', 'members.value eq "x"'],
    ['meta.resourceType eq "Group"', 'meta.resourceType eq "Group"'],
    [`${GROUP_SCHEMA}:displayName eq "x"`, 'meta.resourceType eq "Group" and displayName eq "x"']
  ])('%s', (text, expected) => expect(across(text)).toBe(expected))

  test('a type without the attribute does not match', () => {
    const filter = resolveFilter(parseFilter('userName pr'), [user, group])
    expect(matchFilter(filter, { displayName: 'g' })).toBe(false)
  })

  test('an attribute that no type has is refused', () => {
    expect(attempt(() => across('nothing pr'))).toMatchObject({
      detail: 'User, Group has no attribute "nothing".'
    })
  })
})

test('RFC 7644 §3.5.2: the filter of a PATCH path is resolved against its attribute', () => {
  const emails = user.core.attributes.find(attribute => attribute.name === 'emails')!
  const filter = resolveElementFilter(parseFilter('TYPE eq "Work" and primary eq "True"'), emails)
  expect(printFilter(filter)).toBe('type eq "Work" and primary eq true')
  expect(matchFilter(filter, { type: 'work', primary: true })).toBe(true)
  expect(matchFilter(filter, { type: 'work' })).toBe(false)
})
