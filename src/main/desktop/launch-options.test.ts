import { expect, test } from 'vitest'
import { readLaunchOptions } from './launch-options'

test.each([
  [['usher'], {}, {}],
  [['electron', '.', '--data', '/d', '--port', '0'], {}, { dataFolder: '/d', port: 0 }],
  [['usher', '--play', 'Entra: a working day'], {}, { plays: 'Entra: a working day' }],
  [['electron', '.', '--data=/d', '--port=7650'], {}, { dataFolder: '/d', port: 7650 }],
  [['electron', '--no-sandbox', '--inspect=0', '.', '--data', '/d'], {}, { dataFolder: '/d' }],
  [['usher'], { USHER_DATA: '/env' }, { dataFolder: '/env' }],
  [['usher', '--data', '/argument'], { USHER_DATA: '/env' }, { dataFolder: '/argument' }],
  [['usher'], { USHER_DATA: '', USHER_TOKEN: '' }, {}],
  [['usher'], { USHER_TOKEN: 'x'.repeat(32) }, { environmentToken: 'x'.repeat(32) }]
])('reads %j with %j', (argv, env, expected) => {
  expect(readLaunchOptions(argv, env)).toEqual(expected)
})

test.each(['65536', '-1', 'http', '7643x'])('says that %s is no port', port => {
  expect(() => readLaunchOptions(['usher', `--port=${port}`], {})).toThrow(`--port ${port} is no port`)
})
