/** The look-ups Entra makes, deep pages and a cold start, with very many users and with a thousand. */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expectStatus, percentiles, round, sendAll } from './http-load.mjs'
import { seedUsers } from './seed-users.mjs'
import { newFolder, removeFolder, startUsher } from './servers.mjs'

const TIMES = 400

export async function million(size) {
  const few = await withUsers(1_000)
  const many = await withUsers(size)
  const ratios = Object.fromEntries(
    Object.keys(many.lookUps).map(name => [name, round(many.lookUps[name].p50 / few.lookUps[name].p50)])
  )
  return { size, ratios, startRatio: round(many.startMs / few.emptyStartMs), many, few }
}

async function withUsers(size) {
  const folder = newFolder()
  try {
    const empty = await startUsher(folder)
    await empty.stop()
    const group = seedFile(folder, size)
    const server = await startUsher(folder)
    const measure = async (times, request) => {
      const requests = Array.from({ length: times }, (_, index) => request(index))
      return percentiles((await sendAll(server.target, requests, 1)).latenciesMs)
    }
    const someone = index => (index * 7919) % size
    const filter = (type, text) => ({
      method: 'GET',
      path: `/scim/v2/${type}?excludedAttributes=members&filter=${encodeURIComponent(text)}`,
      check: (status, body) => (status === 200 && body.includes('"totalResults":1,') ? null : 'not found')
    })
    const lookUps = {
      userName: await measure(TIMES, index =>
        filter('Users', `userName eq "seed${someone(index)}@contoso.example"`)
      ),
      externalId: await measure(TIMES, index => filter('Users', `externalId eq "seed${someone(index)}"`)),
      email: await measure(TIMES, index =>
        filter('Users', `emails[type eq "work"].value eq "seed${someone(index)}@contoso.example"`)
      ),
      member: await measure(TIMES, index =>
        filter('Groups', `id eq "${group}" and members eq "user-${someone(index)}"`)
      )
    }
    let cursor = ''
    const page = path => ({ method: 'GET', path, check: expectStatus(200) })
    const deepPage = await measure(5, () =>
      page(`/scim/v2/Users?startIndex=${Math.floor(size * 0.9)}&count=100`)
    )
    const cursorPage = await measure(20, () => () => ({
      method: 'GET',
      path: `/scim/v2/Users?count=100&cursor=${encodeURIComponent(cursor)}`,
      check: (status, body) => {
        cursor = JSON.parse(body).nextCursor ?? ''
        return status === 200 ? null : `answered ${status}`
      }
    }))
    const scan = await measure(3, () =>
      page(`/scim/v2/Users?count=10&filter=${encodeURIComponent('title co "nobody has this"')}`)
    )
    const rssMegabytes = round(server.rssMegabytes())
    await server.stop()
    return {
      lookUps,
      deepPage,
      cursorPage,
      scan,
      emptyStartMs: round(empty.startMs),
      startMs: round(server.startMs),
      rssMegabytes
    }
  } finally {
    removeFolder(folder)
  }
}

function seedFile(folder, size) {
  const db = new Database(join(folder, 'usher.db'))
  const group = seedUsers(db, size)
  db.close()
  return group
}
