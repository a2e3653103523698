import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-files'

const COMFORTABLE = 250
const LIMIT = 400

/** Files that may be longer than is comfortable, and why. */
const reasons: Record<string, string> = {
  'src/main/simulator/checks/groups.ts': 'one list: every claim about groups',
  'src/main/simulator/checks/patches.ts': 'one list: every claim about PATCH',
  'src/main/simulator/checks/queries.ts': 'one list: every claim about queries',
  'src/main/simulator/checks/users.ts': 'one list: every claim about users',
  'test/protocol/custom-types.test.ts': 'one resource type, from its file to its cursors'
}

const files = ['src', 'scripts', 'test'].flatMap(folder =>
  sourceFiles(folder, /\.(ts|tsx|mjs|css)$/).map(({ path, text }) => ({
    path,
    lines: text.split('\n').length - 1
  }))
)

describe('sizes', () => {
  test(`no file is longer than ${LIMIT} lines`, () => {
    expect(sentences(files.filter(({ lines }) => lines > LIMIT))).toEqual([])
  })

  test(`a file longer than ${COMFORTABLE} lines has a listed reason`, () => {
    expect(sentences(files.filter(({ path, lines }) => lines > COMFORTABLE && !reasons[path]))).toEqual([])
  })

  test('every listed reason is still needed', () => {
    const long = new Set(files.filter(({ lines }) => lines > COMFORTABLE).map(({ path }) => path))
    expect(Object.keys(reasons).filter(path => !long.has(path))).toEqual([])
  })
})

function sentences(tooLong: { path: string; lines: number }[]): string[] {
  return tooLong.map(({ path, lines }) => `${path} has ${lines} lines`)
}
