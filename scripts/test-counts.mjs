import { existsSync, readFileSync } from 'node:fs'

/**
 * What vitest's JSON report counts. A file that could not even be loaded holds no test, so it counts as one failure.
 *
 * @returns null if there is no report
 */
export function countVitest(file) {
  const report = read(file)
  if (!report) return null
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every(test => test.status !== 'failed')
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

/** What Playwright's JSON report counts. Errors outside of any test (a broken file, the display) count as failures. */
export function countPlaywright(file) {
  const report = read(file)
  if (!report) return null
  const { expected, flaky, unexpected } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length }
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
