import { expect, test } from 'vitest'
import { routeInArguments, routeOfLink } from './deep-link'

test.each([
  ['usher://tokens', '#/tokens'],
  ['usher://tokens/', '#/tokens'],
  ['usher://log/1042', '#/log/1042'],
  ['usher://log?q=status%3E%3D400', '#/log?q=status%3E%3D400'],
  ['usher://groups/a%20b?view=effective', '#/groups/a%20b?view=effective']
])('%s shows %s', (link, route) => {
  expect(routeOfLink(link)).toBe(route)
})

test.each([
  'https://tokens/',
  'usher:tokens',
  'usher://',
  'usher://evil.example/x',
  'file:///etc/passwd',
  'tokens',
  '--data=/usher://tokens',
  `usher://log/${'1'.repeat(2000)}`
])('%s is no place in the console', link => {
  expect(routeOfLink(link)).toBeNull()
})

test('the link is found among the arguments of a launch', () => {
  expect(routeInArguments(['usher', '--no-sandbox', '--data=/d', 'usher://users/1'])).toBe('#/users/1')
  expect(routeInArguments(['usher', '.'])).toBeNull()
})
