import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] }
    ]
  })
  expect(countVitest(file)).toEqual({ passed: 3, failed: 2 })
})

test('errors outside of the window tests count as failures', () => {
  const file = reportFile({
    stats: { expected: 4, flaky: 0, unexpected: 1 },
    errors: [{ message: 'no display' }]
  })
  expect(countPlaywright(file)).toEqual({ passed: 4, failed: 2 })
})

test('a missing report counts nothing', () => {
  expect(countVitest('/nowhere/report.json')).toBeNull()
  expect(countPlaywright('/nowhere/report.json')).toBeNull()
})
