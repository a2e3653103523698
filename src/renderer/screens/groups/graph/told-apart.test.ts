import { expect, test } from 'vitest'
import { toldApart } from './told-apart'

const person = (id: string, name: string, userName: string | null) => ({
  member: { type: 'User', id, name },
  userName
})

test('who shares a name is written with the userName, and nobody else', () => {
  const people = [
    person('1', 'Anna Berg', 'anna@contoso.example'),
    person('2', 'Bo Lind', 'bo@contoso.example'),
    person('3', 'Anna Berg', 'anna.berg@contoso.example')
  ]
  expect(toldApart(people).map(({ name }) => name)).toEqual([
    'Anna Berg (anna@contoso.example)',
    'Bo Lind',
    'Anna Berg (anna.berg@contoso.example)'
  ])
})

test('a name without a userName, or that is the userName, is not written twice', () => {
  const people = [
    person('1', 'anna', 'anna'),
    person('2', 'anna', null),
    person('3', 'anna', 'anna@contoso.example')
  ]
  expect(toldApart(people).map(({ name }) => name)).toEqual(['anna', 'anna', 'anna (anna@contoso.example)'])
})
