import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inProject } from './setup/places.mjs'

/**
 * What vitest's JSON report counts, and what it says of each failure. A file that could not even be loaded holds no test, so it
 * counts as one failure.
 *
 * @returns null if there is no report
 */
export function countVitest(file) {
  const report = read(file)
  if (!report) return null
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(test => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [told(name, 'could not be loaded', message)]
    return failed.map(test => told(name, test.fullName, test.failureMessages.join('\n')))
  })
  return { passed: report.numPassedTests, failed: failures.length, failures }
}

/** What Playwright's JSON report counts. Errors outside of any test (a broken file, the display) count as failures. */
export function countPlaywright(file) {
  const report = read(file)
  if (!report) return null
  const { expected, flaky } = report.stats
  const failures = [
    ...report.suites
      .flatMap(specsOf)
      .filter(({ ok }) => !ok)
      .map(toldOfSpec),
    ...report.errors.map(({ message }) => told('', 'outside of any test', message))
  ]
  return { passed: expected + flaky, failed: failures.length, failures }
}

const specsOf = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

function toldOfSpec({ file, title, tests }) {
  const errors = tests.flatMap(test => test.results.flatMap(result => result.errors ?? []))
  return told(inProject('test', 'e2e', file), title, errors.map(({ message }) => message).join('\n'))
}

/** One failure in a few lines: which test, and the beginning of what it said, without the tools' own places. */
function told(file, title, message = '') {
  const heading = [file && relative(inProject(), file), title].filter(Boolean).join(' › ')
  const said = message.trim().split('\n')
  const ours = said.filter(line => !/^ *at .*(node_modules|new Promise)/.test(line)).slice(0, 20)
  return [heading, ...ours.map(line => `    ${line}`)].join('\n')
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
