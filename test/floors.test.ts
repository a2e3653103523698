import { describe, expect, test } from 'vitest'
import { faults, hasFloor } from './floors'
import { importsOf } from './imports'
import { sourceFiles } from './source-files'

// Tests and their fixtures may look anywhere: they stand outside of the building.
const files = sourceFiles('src', /\.tsx?$/).filter(({ path }) => !/\.(test|fixture|d)\.tsx?$/.test(path))

describe('floors', () => {
  test('nothing looks up', () => {
    expect(faults(files.flatMap(importsOf))).toEqual([])
  })

  test('every source file is on a floor', () => {
    expect(files.map(({ path }) => path).filter(path => !hasFloor(path))).toEqual([])
  })
})

describe('the rules of the floors', () => {
  const faultsOf = (path: string, text: string) => faults(importsOf({ path, text }))

  test.each([
    ['src/main/scim/x.ts', `import { open } from '../store/database'`, 'scim/x.ts reaches ../store/database'],
    [
      'src/main/scim/x.ts',
      `import type { Db } from '../store/database'`,
      'scim/x.ts reaches ../store/database'
    ],
    ['src/main/scim/x.ts', `type Db = import('../store/database').Db`, 'scim/x.ts reaches ../store/database'],
    ['src/main/scim/x.ts', `export * from '../http/server'`, 'scim/x.ts reaches ../http/server'],
    ['src/main/scim/x.ts', `await import('../http/server')`, 'scim/x.ts reaches ../http/server'],
    ['src/main/scim/x.ts', `import { randomUUID } from 'node:crypto'`, 'scim/x.ts reaches node:crypto'],
    ['src/main/http/x.ts', `import Database from 'better-sqlite3'`, 'http/x.ts reaches better-sqlite3'],
    ['src/main/http/x.ts', `import { say } from '../console/events'`, 'http/x.ts reaches ../console/events'],
    [
      'src/main/journal/x.ts',
      `import { users } from '../store/users'`,
      'journal/x.ts reaches ../store/users'
    ],
    ['src/main/store/x.ts', `import Fastify from 'fastify'`, 'store/x.ts reaches fastify'],
    ['src/main/engine.ts', `import { app } from 'electron'`, 'engine.ts reaches electron'],
    ['src/main/simulator/x.ts', `import '../directory/create'`, 'simulator/x.ts reaches ../directory/create'],
    [
      'src/renderer/App.tsx',
      `import type { Db } from '../main/store/database'`,
      'renderer/App.tsx reaches ../main/store/database'
    ],
    [
      'src/renderer/components/Row.tsx',
      `import { useLog } from '../stores/log'`,
      'renderer/components/Row.tsx reaches ../stores/log'
    ],
    [
      'src/renderer/components/Row.tsx',
      `import { bridge } from '../bridge'`,
      'renderer/components/Row.tsx reaches ../bridge'
    ],
    [
      'src/renderer/screens/log/Log.tsx',
      `import { Users } from '../users/Users'`,
      'renderer/screens/log/Log.tsx reaches ../users/Users'
    ],
    ['src/preload/index.ts', `import fs from 'fs'`, 'preload/index.ts reaches fs']
  ])('%s: %s', (path, text, sentence) => {
    expect(faultsOf(path, text)).toEqual([sentence])
  })

  test.each([
    ['src/main/journal/x.ts', `import { open } from '../store/database'`],
    ['src/main/store/x.ts', `import sql from './migrations/0001-initial.sql?raw'`],
    ['src/main/index.ts', `import { app } from 'electron'\nimport { openWindow } from './desktop/window'`],
    ['src/renderer/screens/log/Log.tsx', `import { useLog } from '../../stores/log'\nimport './Log.css'`],
    ['src/main/scim/x.ts', `// import { open } from '../store/database'`]
  ])('%s may: %s', (path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})
