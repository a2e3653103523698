import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readOptions } from './options'

test('without arguments the settings and the usual console port count', () => {
  expect(readOptions([])).toEqual({ dataFolder: null, consolePort: 7644, isLogKept: true })
})

test('every argument is read', () => {
  expect(
    readOptions(['--data', 'd', '--port', '0', '--host', '::1', '--console-port', 'off', '--log', 'off'])
  ).toEqual({ dataFolder: resolve('d'), port: 0, host: '::1', consolePort: null, isLogKept: false })
})

test('a file to export into is made absolute', () => {
  expect(readOptions(['--data', 'd', '--export', 'users.csv'])).toMatchObject({
    export: { file: resolve('users.csv'), search: '', state: 'all' }
  })
  expect(readOptions(['--export', 'users.csv', '--search', 'anna', '--state', 'disabled'])).toMatchObject({
    export: { search: 'anna', state: 'disabled' }
  })
})

test.each([
  [['--port', '70000'], '--port is a number from 0 (any free port) to 65535, not "70000".'],
  [['--port', '1e3'], '--port is a number from 0 (any free port) to 65535, not "1e3".'],
  [['--console-port', 'no'], '--console-port is a number from 0 (any free port) to 65535, not "no".'],
  [['--log', 'maybe'], '--log is "on" or "off", not "maybe".'],
  [['--data', ''], '--data is empty.'],
  [['--export', 'all.csv'], 'begins with "users" or "groups"'],
  [['--search', 'anna'], '--search and --state say whom --export writes'],
  [['--export', 'users.csv', '--state', 'gone'], '--state is "active", "disabled" or "all", not "gone".'],
  [['--export', 'groups.csv', '--state', 'active'], '--state is for users'],
  [['--export', 'users.xlsx'], 'ends in .csv, .json or .ldif'],
  [['--prot', '1'], "Unknown option '--prot'"]
])('%j is refused in words', (args, words) => {
  expect(() => readOptions(args)).toThrow(words)
})
