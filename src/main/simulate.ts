/** `npm run simulate -- --url URL --token-env VAR --scenario NAME …`: the simulator from the command line. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { DECK_SPEEDS } from '../shared/deck'
import { noProgress, type RunProgress } from '../shared/provisioning'
import { playDeck } from './simulator/decks/play-deck'
import { readDeck } from './simulator/decks/shelf'
import { runScenario, type RunSummary } from './simulator/run-scenario'
import { type Dialect, scenarioNamed, SCENARIOS } from './simulator/scenarios'
import { createScimClient, type Target } from './simulator/scim-client'
import { verifyTarget } from './simulator/verify-target'

const USAGE = `npm run simulate -- --url URL --token-env VAR [options]

  --url URL            the SCIM base URL, for example http://127.0.0.1:7643/scim/v2
  --token-env VAR      name of the environment variable that holds the secret
  --scenario NAME      ${SCENARIOS.map(({ name }) => name).join(', ')} (default initial)
  --dialect NAME       entra, entra-flag or okta (default entra)
  --users N --groups N size of the invented directory (1 to 100,000 users)
  --cycles N           incremental cycles (default 1)
  --concurrency N      objects at the same time (default 8)
  --members N          members per PATCH (default 100)
  --seed N             the same seed invents the same people (default 1)
  --deck FILE          plays a deck instead of a scenario
  --speed N            1 with the story's pauses (default), 10, or 0 for as fast as possible
  --until-settled      more cycles until nothing is left to send, whatever failed on the way (scenario incremental)
  --deletions N        quarantine when a cycle would disable or delete more users than this (Entra)
  --patient            waits until the server answers
  --verify             read everything back and compare it with what was sent
  --json               one JSON object on stdout instead of words`

const DIALECTS = ['entra', 'entra-flag', 'okta'] as const

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      'token-env': { type: 'string' },
      scenario: { type: 'string', default: 'initial' },
      dialect: { type: 'string', default: 'entra' },
      users: { type: 'string' },
      groups: { type: 'string' },
      cycles: { type: 'string', default: '1' },
      concurrency: { type: 'string', default: '8' },
      members: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      deck: { type: 'string' },
      speed: { type: 'string', default: '1' },
      'until-settled': { type: 'boolean', default: false },
      deletions: { type: 'string' },
      patient: { type: 'boolean', default: false },
      verify: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) return say(USAGE, 0)
  const scenario = scenarioNamed(values.scenario)
  const secret = values['token-env'] === undefined ? undefined : process.env[values['token-env']]
  if (values.url === undefined || !URL.canParse(values.url))
    return say(`--url needs the SCIM base URL.\n\n${USAGE}`, 1)
  if (secret === undefined) return say(`--token-env needs the name of a variable that is set.\n\n${USAGE}`, 1)
  if (scenario === undefined) return say(`There is no scenario "${values.scenario}".\n\n${USAGE}`, 1)
  if (!DIALECTS.includes(values.dialect as Dialect))
    return say(`There is no dialect "${values.dialect}".\n\n${USAGE}`, 1)

  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const target = { url: values.url, secret }
  if (values.patient) await untilAnswered(target)
  if (values.deck !== undefined) return playDeckFile(values.deck, values.speed, target, stop.signal)
  const summary = await runScenario({
    target,
    scenario,
    dialect: values.dialect as Dialect,
    users: wholeNumber('--users', values.users, 0, 100_000),
    groups: wholeNumber('--groups', values.groups, 0, 100_000),
    cycles: wholeNumber('--cycles', values.cycles, 0, 100_000),
    concurrency: wholeNumber('--concurrency', values.concurrency, 1, 256),
    membersPerPatch: wholeNumber('--members', values.members, 1, 100_000),
    mostDeletions: wholeNumber('--deletions', values.deletions, 0, 100_000),
    isUntilSettled: values['until-settled'],
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1)!,
    signal: stop.signal,
    wait: async ms => wait(ms),
    onProgress: values.json ? undefined : drawProgress()
  })
  const differences = values.verify ? await verifyTarget(target, summary.expected) : null
  const failureCount = Object.values(summary.failures).reduce((sum, count) => sum + count, 0)
  const hasArrived = values['until-settled'] ? summary.isSettled : failureCount === 0
  const isGood = summary.result.ended === 'complete' && hasArrived && (differences?.length ?? 0) === 0
  if (values.json) {
    const { expected, ...rest } = summary
    const counts = { users: expected.users.length, groups: expected.groups.length }
    console.log(JSON.stringify({ ...rest, counts, differences }))
  } else console.log(inWords(summary, differences))
  return isGood ? 0 : 1
}

/** Sends a deck's requests; 1 when one failed that did not fail when it was recorded. */
async function playDeckFile(
  file: string,
  speed: string,
  target: Target,
  signal: AbortSignal
): Promise<number> {
  const chosen = DECK_SPEEDS.find(known => String(known) === speed)
  if (chosen === undefined) return say(`--speed is ${speed}; it takes ${DECK_SPEEDS.join(', ')}.`, 1)
  const read = readDeck(readFileSync(file, 'utf8'))
  if ('problem' in read) return say(`${file} is no deck: ${read.problem}.`, 1)
  let progress = noProgress(0)
  const end = await playDeck(
    read.file,
    chosen,
    { target, simulated: {}, check: {} },
    {
      signal,
      wait: async ms => wait(ms, undefined, { signal }).catch(() => undefined),
      tell: change => (progress = change.progress ?? progress),
      happened: () => {},
      entry: ({ status, source, detail }) => {
        if (status === 'Failure') console.error(`${source.name}: ${detail}`)
      }
    }
  )
  console.log(`${end.state}: ${progress.requests} requests, ${progress.failures} failed.`)
  return end.state === 'complete' && progress.failures === 0 ? 0 : 1
}

async function untilAnswered(target: Target): Promise<void> {
  const client = createScimClient(target, 'entra')
  for (;;) {
    const answer = await client.send({ method: 'GET', path: '/ServiceProviderConfig' })
    if (answer.kind === 'answered') break
    await wait(500)
  }
  client.close()
}

function wholeNumber(
  name: string,
  text: string | undefined,
  least: number,
  most: number
): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${name} is ${text}; it takes a whole number from ${least} to ${most}.`)
  return value
}

function say(text: string, exitCode: number): number {
  console.error(text)
  return exitCode
}

function drawProgress(): ((progress: RunProgress) => void) | undefined {
  if (!process.stderr.isTTY) return undefined
  return ({ phase, done, total, requests, failures }) => {
    const filled = total === 0 ? 30 : Math.round((done / total) * 30)
    const bar = '█'.repeat(filled) + '░'.repeat(30 - filled)
    process.stderr.write(
      `\r${bar} ${phase} ${done} of ${total}, ${requests} requests, ${failures} failed\x1b[K`
    )
    if (done === total) process.stderr.write('\n')
  }
}

function inWords(
  { result, requests, failures, latencyMs, elapsedMs, expected }: RunSummary,
  differences: string[] | null
): string {
  const rate = Math.round((requests * 1000) / Math.max(1, elapsedMs))
  return [
    `${result.ended === 'complete' ? 'Complete' : `Ended early (${result.ended}: ${result.detail})`}: ` +
      `${expected.users.length} users and ${expected.groups.length} groups linked.`,
    `${requests} requests in ${(elapsedMs / 1000).toFixed(1)} s (${rate}/s), ` +
      `p50 ${latencyMs.p50.toFixed(1)} ms, p95 ${latencyMs.p95.toFixed(1)} ms, p99 ${latencyMs.p99.toFixed(1)} ms.`,
    ...Object.entries(failures).map(([code, count]) => `${count} × ${code}`),
    ...(differences === null
      ? []
      : differences.length === 0
        ? ['Read back: everything is as it was sent.']
        : [`Read back: ${differences.length} differences.`, ...differences.slice(0, 20)])
  ].join('\n')
}

main().then(
  exitCode => process.exit(exitCode),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
)
