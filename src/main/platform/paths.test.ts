import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataFolder } from './paths'

test.each([
  ['linux', {}, join('/home/anna', '.config', 'Usher')],
  ['linux', { XDG_CONFIG_HOME: '/config' }, join('/config', 'Usher')],
  ['darwin', {}, join('/home/anna', 'Library', 'Application Support', 'Usher')],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Usher')]
] as const)('on %s with %j the data folder is %s', (platform, env, folder) => {
  expect(defaultDataFolder({ platform, home: '/home/anna', env })).toBe(folder)
})
