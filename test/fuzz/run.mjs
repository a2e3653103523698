/**
 * `npm run fuzz [-- --cases 200000] [-- --seed 1]`: odd requests against the built server. Fails on any 5xx but 501, crash, answer
 * that is no JSON, answer slower than a second, or a bystander that changed.
 */
import { parseArgs } from 'node:util'
import { seededRandom } from '../../src/main/simulator/random.ts'
import { sendAll } from '../bench/http-load.mjs'
import { createGroup, createUser, readUser } from '../bench/people.mjs'
import { newFolder, removeFolder, startUsher } from '../bench/servers.mjs'
import { oddRequest } from './cases.mjs'

const BATCH = 2_000
const SLOW_MS = 1_000

/** @returns {Promise<{ cases: number, faults: string[], statuses: Record<string, number>, slowestMs: number }>} */
export async function fuzz({ cases, seed, onBatch }) {
  const random = seededRandom(seed)
  const folder = newFolder()
  const server = await startUsher(folder)
  const faults = []
  const statuses = {}
  let slowestMs = 0
  try {
    const bystander = await create(server, createUser(1))
    const before = await read(server, bystander)
    for (let done = 0; done < cases; done += BATCH) {
      // The fuzzed ones are made anew for each batch: many requests delete them.
      const ids = {
        users: [await create(server, createUser(10 + done)), await create(server, createUser(11 + done))],
        groups: [await create(server, createGroup(10 + done))]
      }
      const requests = Array.from({ length: Math.min(BATCH, cases - done) }, () => {
        const request = oddRequest(random, ids)
        return {
          ...request,
          check(status, text) {
            judge(request, status, text)
            return null
          }
        }
      })
      const { latenciesMs } = await sendAll(server.target, requests, 4)
      latenciesMs.forEach((ms, index) => {
        slowestMs = Math.max(slowestMs, ms)
        if (ms > SLOW_MS) faults.push(`${Math.round(ms)} ms: ${inWords(requests[index])}`)
      })
      onBatch?.(done + requests.length)
    }
    if ((await read(server, bystander)) !== before)
      faults.push('a resource that nobody addressed has changed')
  } finally {
    await server.stop()
    removeFolder(folder)
  }
  return { cases, faults, statuses, slowestMs }

  function judge(request, status, text) {
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status >= 500 && status !== 501) faults.push(`${status}: ${inWords(request)} → ${text.slice(0, 200)}`)
    if (text !== '' && !isJson(text)) faults.push(`no JSON: ${inWords(request)} → ${text.slice(0, 200)}`)
    if (status >= 400 && request.method !== 'HEAD' && !text.includes('messages:2.0:Error'))
      faults.push(`no SCIM error: ${status} ${inWords(request)} → ${text.slice(0, 200)}`)
  }
}

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

const inWords = ({ method, path, body }) =>
  `${method} ${path.slice(0, 200)} ${String(body ?? '').slice(0, 400)}`

function isJson(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } })
  const result = await fuzz({
    cases: Number(values.cases ?? 200_000),
    seed: Number(values.seed ?? 1),
    onBatch: done => done % 20_000 === 0 && console.error(`${done} cases`)
  })
  console.log(
    `${result.cases} cases, slowest ${Math.round(result.slowestMs)} ms, ${result.faults.length} faults`,
    result.statuses
  )
  for (const fault of result.faults.slice(0, 50)) console.log(fault)
  process.exit(result.faults.length === 0 ? 0 : 1)
}
