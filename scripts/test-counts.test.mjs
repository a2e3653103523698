import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from './setup/places.mjs'
import { countPlaywright, countVitest } from './test-counts.mjs'

const reportFile = content => {
  const file = join(mkdtempSync(join(tmpdir(), 'usher-report-')), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a test file that cannot be loaded counts as one failure', () => {
  const file = reportFile({
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      {
        name: inProject('src/a.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'adds up', failureMessages: ['expected 4\nto be 5'] },
          { status: 'passed' }
        ]
      },
      {
        name: inProject('src/b.test.ts'),
        status: 'failed',
        message: 'Unexpected token',
        assertionResults: []
      },
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] }
    ]
  })
  expect(countVitest(file)).toEqual({
    passed: 3,
    failed: 2,
    failures: [
      'src/a.test.ts › adds up\n    expected 4\n    to be 5',
      'src/b.test.ts › could not be loaded\n    Unexpected token'
    ]
  })
})

test('errors outside of the window tests count as failures', () => {
  const file = reportFile({
    stats: { expected: 1, flaky: 0, unexpected: 1 },
    suites: [
      {
        specs: [{ ok: true, title: 'opens' }],
        suites: [
          {
            specs: [
              {
                ok: false,
                file: 'log.test.ts',
                title: 'L1',
                tests: [{ results: [{ errors: [{ message: 'no row' }] }] }]
              }
            ]
          }
        ]
      }
    ],
    errors: [{ message: 'no display' }]
  })
  expect(countPlaywright(file)).toEqual({
    passed: 1,
    failed: 2,
    failures: ['test/e2e/log.test.ts › L1\n    no row', 'outside of any test\n    no display']
  })
})

test('a missing report counts nothing', () => {
  expect(countVitest('/nowhere/report.json')).toBeNull()
  expect(countPlaywright('/nowhere/report.json')).toBeNull()
})
