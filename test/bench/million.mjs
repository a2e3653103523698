/** The look-ups Entra makes, deep pages, a scan and a cold start, with very many users and with a thousand. */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { percentiles, round, sendAll } from './http-load.mjs'
import { seedUsers } from './seed-users.mjs'
import { newFolder, removeFolder, startUsher } from './servers.mjs'
import { processorTime, stolenPercent } from './stolen-time.mjs'

const ROUNDS = 25
const PER_ROUND = 40
const STARTS = 5

/** Both servers are asked in turns, so that whatever else the machine does weighs on both alike. */
export async function million(size) {
  const folders = { empty: newFolder(), few: newFolder(), many: newFolder() }
  try {
    for (const folder of Object.values(folders)) await (await startUsher(folder)).stop()
    seedFile(folders.few, 1_000)
    seedFile(folders.many, size)
    const startMs = await starts(folders)
    const few = await startUsher(folders.few)
    const many = await startUsher(folders.many)
    const found = await inTurns({
      few: { target: few.target, ask: requestsFor(1_000) },
      many: { target: many.target, ask: requestsFor(size) }
    })
    const rssMegabytes = round(many.rssMegabytes())
    await few.stop()
    await many.stop()
    const ratios = Object.fromEntries(
      Object.keys(found.many).map(name => [name, round(found.many[name].p50 / found.few[name].p50)])
    )
    return { size, ratios, startMs, startRatio: round(startMs.many / startMs.empty), rssMegabytes, ...found }
  } finally {
    for (const folder of Object.values(folders)) removeFolder(folder)
  }
}

/** The median of some starts, from spawn to the ready line. */
async function starts(folders) {
  const took = Object.fromEntries(Object.keys(folders).map(name => [name, []]))
  for (let turn = 0; turn < STARTS; turn++) {
    for (const [name, folder] of Object.entries(folders)) {
      const server = await startUsher(folder)
      took[name].push(server.startMs)
      await server.stop()
    }
  }
  return Object.fromEntries(
    Object.entries(took).map(([name, all]) => [name, percentiles(Float64Array.from(all)).p50])
  )
}

async function inTurns(servers) {
  const found = { few: {}, many: {}, stolenPercent: {} }
  for (const name of Object.keys(servers.many.ask)) {
    const latencies = { few: [], many: [] }
    const before = processorTime()
    for (let turn = 0; turn < ROUNDS; turn++) {
      for (const [server, { target, ask }] of Object.entries(servers)) {
        const times = ask[name].isLong ? 1 : PER_ROUND
        const requests = Array.from({ length: times }, (_, index) => ask[name].request(turn * times + index))
        latencies[server].push(...(await sendAll(target, requests, 1)).latenciesMs)
      }
    }
    found.stolenPercent[name] = stolenPercent(before, processorTime())
    for (const server of Object.keys(servers)) {
      found[server][name] = percentiles(Float64Array.from(latencies[server]))
    }
  }
  return found
}

/** By name, what is asked of a server that has so many users. */
function requestsFor(size) {
  const someone = index => (index * 7919) % size
  const get = (path, isRight) => ({
    method: 'GET',
    path: `/scim/v2/${path}`,
    check: (status, body) =>
      status === 200 && isRight(body) ? null : `answered ${status}, or not as expected`
  })
  const one = (type, text) =>
    get(`${type}?excludedAttributes=members&filter=${encodeURIComponent(text)}`, body =>
      body.includes('"totalResults":1,')
    )
  const lookUp = (type, text) => ({ request: index => one(type, text(someone(index))) })
  let cursor = ''
  return {
    userName: lookUp('Users', n => `userName eq "seed${n}@contoso.example"`),
    externalId: lookUp('Users', n => `externalId eq "seed${n}"`),
    email: lookUp('Users', n => `emails[type eq "work"].value eq "seed${n}@contoso.example"`),
    member: lookUp('Groups', n => `id eq "everybody" and members eq "user-${n}"`),
    deepPage: {
      request: () =>
        get(`Users?startIndex=${Math.floor(size * 0.9)}&count=100`, body =>
          body.includes('"itemsPerPage":100,')
        )
    },
    cursorPage: {
      request: () => () =>
        get(`Users?count=100&cursor=${encodeURIComponent(cursor)}`, body => {
          cursor = JSON.parse(body).nextCursor ?? ''
          return body.includes('"itemsPerPage"')
        })
    },
    scan: {
      isLong: true,
      request: () =>
        get(`Users?count=10&filter=${encodeURIComponent('title co "nobody has this"')}`, body =>
          body.includes('"totalResults":0,')
        )
    }
  }
}

function seedFile(folder, size) {
  const db = new Database(join(folder, 'usher.db'))
  seedUsers(db, size)
  db.close()
}
