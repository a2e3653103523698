/**
 * `npm run fuzz [-- --cases 200000] [-- --seed 1] [-- --mode rfc]`: odd requests against the built server, every fiftieth as raw
 * bytes. Fails on any 5xx but 501, crash, answer that is no JSON, answer slower than a second, or a bystander that changed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { seededRandom } from '../../src/main/simulator/random.ts'
import { sendAll } from '../bench/http-load.mjs'
import { createGroup, createUser, readUser } from '../bench/people.mjs'
import { newFolder, removeFolder, startUsher } from '../bench/servers.mjs'
import { oddRequest } from './cases.mjs'
import { faultOf, inWords } from './judge.mjs'
import { CUSTOM_FILES } from './messages.mjs'
import { exchangeBytes, faultOfBytes, oddBytes } from './raw.mjs'

const BATCH = 1_000
const RAW_PER_BATCH = 20
const SLOW_MS = 1_000

/** @returns {Promise<{ cases: number, raw: number, faults: string[], statuses: Record<string, number>, slowestMs: number, slowest: string }>} */
export async function fuzz({ cases, seed, mode, onBatch }) {
  const random = seededRandom(seed)
  const folder = newFolder()
  writeCustomFiles(folder)
  const server = await startIn(mode, folder)
  const faults = []
  const statuses = {}
  let slowestMs = 0
  let slowest = ''
  let raw = 0
  try {
    const bystander = await create(server, createUser(1))
    const before = await read(server, bystander)
    for (let done = 0; done < cases; done += BATCH) {
      // The fuzzed ones are made anew for each batch: many requests delete them.
      const ids = {
        users: [await create(server, createUser(10 + done)), await create(server, createUser(11 + done))],
        groups: [await create(server, createGroup(10 + done))],
        devices: [await create(server, device(done))]
      }
      const requests = Array.from({ length: Math.min(BATCH, cases - done) }, () => {
        const request = oddRequest(random, ids)
        return { ...request, check: (status, text) => (judge(request, status, text), null) }
      })
      const { latenciesMs } = await sendAll(server.target, requests, 4)
      latenciesMs.forEach((ms, index) => {
        if (ms > slowestMs) slowest = inWords(requests[index])
        slowestMs = Math.max(slowestMs, ms)
        if (ms > SLOW_MS) faults.push(`${Math.round(ms)} ms: ${inWords(requests[index])}`)
      })
      raw += await sendRaw(ids)
      onBatch?.(done + requests.length)
    }
    if ((await read(server, bystander)) !== before)
      faults.push('a resource that nobody addressed has changed')
  } finally {
    await server.stop()
    removeFolder(folder)
  }
  return { cases, raw, faults, statuses, slowestMs, slowest }

  function judge(request, status, text) {
    statuses[status] = (statuses[status] ?? 0) + 1
    const fault = faultOf(request, status, text)
    if (fault !== null) faults.push(fault)
  }

  async function sendRaw(ids) {
    const messages = Array.from({ length: RAW_PER_BATCH }, () =>
      oddBytes(random, { token: server.target.token, id: random.pick(ids.users) })
    )
    const answers = messages.map(bytes =>
      exchangeBytes(server.target, bytes, random.integer(bytes.length + 1))
    )
    for (const [index, received] of (await Promise.all(answers)).entries()) {
      const fault = faultOfBytes(messages[index], received)
      if (fault !== null) faults.push(fault)
    }
    return messages.length
  }
}

function writeCustomFiles(folder) {
  for (const [path, content] of Object.entries(CUSTOM_FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content))
  }
}

/** The compatibility mode is a setting: it is written where the server keeps it, between two starts. */
async function startIn(mode, folder) {
  const server = await startUsher(folder)
  if (mode !== 'rfc') return server
  await server.stop()
  const db = new Database(join(folder, 'usher.db'))
  db.prepare(`INSERT INTO settings (name, value) VALUES ('server.compatibility', '"rfc"')`).run()
  db.close()
  return startUsher(folder)
}

const device = number => ({
  method: 'POST',
  path: '/scim/v2/Devices',
  body: { schemas: ['urn:example:fuzz:Device'], serial: `batch-${number}`, tags: ['red'] }
})

async function create(server, request) {
  let id
  await sendAll(
    server.target,
    [{ ...request, check: (_status, text) => ((id = JSON.parse(text).id), null) }],
    1
  )
  return id
}

async function read(server, id) {
  let body
  await sendAll(server.target, [readUser(id, (_status, text) => ((body = text), null))], 1)
  return body
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, seed: { type: 'string' }, mode: { type: 'string' } }
  })
  const result = await fuzz({
    cases: Number(values.cases ?? 200_000),
    seed: Number(values.seed ?? 1),
    mode: values.mode ?? 'entra',
    onBatch: done => done % 20_000 === 0 && console.error(`${done} cases`)
  })
  console.log(
    `${result.cases} cases and ${result.raw} raw ones, slowest ${Math.round(result.slowestMs)} ms, ${result.faults.length} faults`,
    result.statuses
  )
  console.log(`slowest: ${result.slowest}`)
  for (const fault of result.faults.slice(0, 50)) console.log(fault)
  process.exit(result.faults.length === 0 ? 0 : 1)
}
