import { expect, test } from 'vitest'
import { ENTERPRISE_SCHEMA } from '../../shared/scim'
import { sectionsOf, setterOf } from './resource-attributes'

test('attributes stand by schema, lists one line per element', () => {
  const sections = sectionsOf({
    schemas: [],
    userName: 'a',
    emails: [{ type: 'work', value: 'a@b', primary: true }],
    [ENTERPRISE_SCHEMA]: { department: 'Finance' }
  })
  expect(sections.map(section => section.urn)).toEqual([null, ENTERPRISE_SCHEMA])
  expect(sections[0]?.lines).toEqual([
    { path: 'userName', name: 'userName', value: 'a' },
    { path: 'emails[type eq "work"]', name: 'emails[type eq "work"]', value: 'a@b · primary' }
  ])
})

test.each([
  ['name.givenName', 7],
  ['emails[type eq "work"]', 9],
  ['title', undefined],
  [`${ENTERPRISE_SCHEMA}:department`, 8]
])('%s was set by its own request or by that of its attribute', (path, exchangeId) => {
  const by = (id: number) => ({ exchangeId: id, at: id })
  const setBy = { 'name.givenName': by(7), emails: by(9), [`${ENTERPRISE_SCHEMA}:department`]: by(8) }
  expect(setterOf(path, setBy)?.exchangeId).toBe(exchangeId)
})
