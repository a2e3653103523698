/** The look-ups Entra makes, deep pages and a cold start, with very many users and with a thousand. */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expectStatus, percentiles, round, sendAll } from './http-load.mjs'
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
    const group = seed(folder, size)
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
    const rssMegabytes = round(server.rssMegabytes())
    await server.stop()
    return {
      lookUps,
      deepPage,
      cursorPage,
      emptyStartMs: round(empty.startMs),
      startMs: round(server.startMs),
      rssMegabytes
    }
  } finally {
    removeFolder(folder)
  }
}

/** Writes users straight into a file the server has made, as it would have written them. The last row is a group of everybody. */
function seed(folder, size) {
  const db = new Database(join(folder, 'usher.db'))
  db.exec(`
    BEGIN;
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${size})
    INSERT INTO resources (id, type, version, created_at, modified_at, active, user_name_key, external_id, display_name_key, name, document)
    SELECT 'user-' || n, 'User', 1, 1700000000000 + n, 1700000000000 + n, 1, 'seed' || n || '@contoso.example', 'seed' || n,
           'seed ' || n, 'Seed ' || n,
           json_object('userName', 'seed' || n || '@contoso.example', 'externalId', 'seed' || n, 'displayName', 'Seed ' || n,
                       'active', json('true'), 'name', json_object('givenName', 'Seed', 'familyName', 'Number ' || n),
                       'emails', json_array(json_object('type', 'work', 'primary', json('true'), 'value', 'seed' || n || '@contoso.example')))
      FROM numbers;
    INSERT INTO elements (attribute, key, ref) SELECT 'emails.value', user_name_key, ref FROM resources WHERE type = 'User';
    INSERT INTO resources (id, type, version, created_at, modified_at, display_name_key, member_count, name, document)
    VALUES ('everybody', 'Group', 1, 1700000000000, 1700000000000, 'everybody', ${size}, 'Everybody', '{"displayName":"Everybody"}');
    INSERT INTO members (group_ref, member_ref, added_at, is_group)
    SELECT (SELECT ref FROM resources WHERE id = 'everybody'), ref, 1700000000000, 0 FROM resources WHERE type = 'User';
    COMMIT`)
  db.close()
  return 'everybody'
}
