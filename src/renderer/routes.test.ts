import { expect, test } from 'vitest'
import { hrefOf, readRoute } from './routes'

test.each([
  ['', { screen: 'log', id: null, view: {} }],
  ['#/log/1042', { screen: 'log', id: '1042', view: {} }],
  ['#/groups/a%2Fb?view=effective', { screen: 'groups', id: 'a/b', view: { view: 'effective' } }],
  ['#/users/%E0%A4', { screen: 'users', id: '%E0%A4', view: {} }],
  ['#/nowhere/1', { screen: 'log', id: null, view: {} }]
])('%j is read as a route', (hash, route) => expect(readRoute(hash)).toEqual(route))

test('a link leads back to what it was made of', () => {
  expect(readRoute(hrefOf('groups', 'a/b', { view: 'history' }))).toEqual({
    screen: 'groups',
    id: 'a/b',
    view: { view: 'history' }
  })
})
