import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativeBinding } from './native-binding'

const nowhere = { fromEnvironment: undefined, resourcesPath: undefined }

test('a runtime that the prebuilt binary fits needs no other', () => {
  expect(nativeBinding({ ...nowhere, nodeApi: 10, fromEnvironment: '/x.node' })).toBeUndefined()
})

test('an older runtime takes the binary named in the environment', () => {
  expect(nativeBinding({ ...nowhere, nodeApi: 9, fromEnvironment: '/x.node' })).toBe('/x.node')
})

test('a packaged app finds the binary among its resources', () => {
  const resourcesPath = mkdtempSync(join(tmpdir(), 'usher-resources-'))
  writeFileSync(join(resourcesPath, 'better-sqlite3-napi9.node'), '')
  expect(nativeBinding({ ...nowhere, nodeApi: 9, resourcesPath })).toBe(
    join(resourcesPath, 'better-sqlite3-napi9.node')
  )
})

test('without any fitting binary it says so instead of crashing', () => {
  expect(() => nativeBinding({ ...nowhere, nodeApi: 9 })).toThrow(/SQLite has no build for this runtime/)
})
