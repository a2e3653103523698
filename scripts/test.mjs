// npm test: sets itself up and runs everything. For developers: npm test -- --only unit|e2e|lint|types [arguments of the tool]
import { mkdirSync, rmSync } from 'node:fs'
import { ensureBuilt } from './setup/build.mjs'
import {
  ensureDebianPackages,
  FOR_ELECTRON,
  FOR_UNIT_TESTS,
  FOR_WINDOW_TESTS
} from './setup/debian-packages.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { inProject, toolEnvironment } from './setup/places.mjs'
import { run } from './setup/run.mjs'
import { main, seconds, Stop } from './setup/say.mjs'
import { countPlaywright, countVitest } from './test-counts.mjs'

const UNIT_REPORT = inProject('test-results', 'unit.json')
const E2E_REPORT = inProject('test-results', 'e2e.json')

const [only, extra] = readArguments(process.argv.slice(2))
const wanted = name => only === null || only === name

/** A step ends with the tests it counted; one that counts none (types) is a failure or nothing. */
const steps = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: checkStyle },
  { name: 'unit', run: runUnitTests },
  { name: 'e2e', run: runWindowTests }
]

await main(async () => {
  await ensureNodePackages()
  clearResults()
  let electron
  if (wanted('e2e')) {
    await ensureDebianPackages([...FOR_ELECTRON, ...FOR_WINDOW_TESTS])
    electron = await ensureElectron()
  }

  const total = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const said = []
  for (const step of steps.filter(({ name }) => wanted(name))) {
    const { passed, failed, failures } = await announced(step, electron)
    total.passed += passed
    total.failed += failed
    said.push(...failures)
  }
  // Once more at the end: a log of thousands of lines is read from there, or cut before it.
  for (const failure of said) console.log(`\n✗ ${failure}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
})

/** A part that is run alone leaves the other parts' results where they are. */
function clearResults() {
  const stale = only === null ? [inProject('test-results')] : [UNIT_REPORT, E2E_REPORT]
  for (const path of stale) rmSync(path, { recursive: true, force: true })
  mkdirSync(inProject('test-results'), { recursive: true })
}

async function announced(step, electron) {
  console.log(`\n── ${step.name}`)
  const startedAt = performance.now()
  const counts = await step.run(electron).catch(failedByStop)
  const verdict = counts.failed === 0 ? 'ok' : 'FAILED'
  console.log(`── ${step.name}: ${verdict}, ${seconds(performance.now() - startedAt)}`)
  const unnamed = counts.failed > 0 ? [`${step.name}, see above`] : []
  return { ...counts, failures: counts.failures?.length > 0 ? counts.failures : unnamed }
}

function failedByStop(problem) {
  if (!(problem instanceof Stop)) throw problem
  console.log(problem.message)
  return { passed: 0, failed: 1 }
}

async function checkTypes() {
  const codes = []
  for (const project of ['tsconfig.json', 'tsconfig.web.json', 'tsconfig.e2e.json']) {
    codes.push(await run('tsc', ['-p', project]))
  }
  return allOf(...codes)
}

async function checkStyle() {
  return allOf(
    await run('oxlint', ['--type-aware', ...extra]),
    // Files, exports and packages that nothing uses.
    await run('knip', ['--no-progress']),
    await run('prettier', ['--check', '--log-level', 'warn', '.'])
  )
}

async function runUnitTests() {
  await ensureDebianPackages(FOR_UNIT_TESTS)
  // One conversation is played against the built headless program.
  await ensureBuilt()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`]
  return settled(await run('vitest', ['run', ...reporters, ...extra]), countVitest(UNIT_REPORT))
}

async function runWindowTests({ environment }) {
  await ensureBuilt()
  const code = await run('playwright', ['test', ...extra], { env: toolEnvironment(environment) })
  return settled(code, countPlaywright(E2E_REPORT))
}

/** The tool's own verdict stands: a failing exit code without a counted failure is one failure. */
function settled(code, counts) {
  const { passed, failed, failures } = counts ?? { passed: 0, failed: 0 }
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), failures }
}

function allOf(...codes) {
  return { passed: 0, failed: codes.filter(code => code !== 0).length }
}

function readArguments([flag, name, ...rest]) {
  if (flag === undefined) return [null, []]
  if (flag === '--only' && ['unit', 'e2e', 'lint', 'types'].includes(name)) return [name, rest]
  console.error('Use: npm test, or npm test -- --only unit|e2e|lint|types [arguments of that tool]')
  process.exit(1)
}
