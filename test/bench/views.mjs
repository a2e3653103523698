/**
 * The console's lists in a large directory: users by page, search and order, a group of 100,000 that joined one by one, now,
 * filtered, as of then and compared; and how long the engine's thread was busy in one go. Run by itself after a build:
 * `npm exec node test/bench/views.mjs [users]`.
 */
import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { newFolder, removeFolder, SECRET } from './servers.mjs'

const size = Number(process.argv[2] ?? 1_000_000)
const MEMBERS = Math.min(100_000, size)
const folder = newFolder()
const program = join(import.meta.dirname, '../../out/main/headless.js')

try {
  await run([])
  seed()
  await run(measure)
} finally {
  removeFolder(folder)
}

async function run(work) {
  const turns = join(import.meta.dirname, 'loop-turns.mjs')
  const options = ['--data', folder, '--port', '0', '--console-port', '0']
  const child = spawn(process.execPath, ['--import', turns, program, ...options], {
    env: { ...process.env, USHER_TOKEN: SECRET },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  const gone = new Promise(resolve => child.once('exit', resolve))
  const ready = JSON.parse(
    await new Promise(resolve => child.stdout.once('data', data => resolve(String(data))))
  )
  if (typeof work === 'function') await work(ready, child)
  child.kill('SIGTERM')
  await gone
}

/** As the store would have written them. */
function seed() {
  const db = new Database(join(folder, 'usher.db'))
  const FIRST = ['Alice', 'Bo', 'Clara', 'Dimitri', 'Eve', 'Farid', 'Grace', 'Hugo', 'Ines', 'Jonas']
  const LAST = [
    'Okafor',
    'Lindqvist',
    'Holm',
    'Nakamura',
    'Smith',
    'Garcia',
    'Novak',
    'Petrov',
    'Silva',
    'Young'
  ]
  db.function('name', n => `${FIRST[n % 10]} ${LAST[Math.floor(n / 10) % 10]} ${n}`)
  db.exec(`
    BEGIN;
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${size})
    INSERT INTO resources (id, type, version, created_at, modified_at, active, user_name_key, external_id, display_name_key, name, document)
    SELECT 'user-' || n, 'User', 1, n, n, n % 50 <> 0, 'seed' || n || '@contoso.example', 'ext' || n, lower(name(n)), name(n),
           json_object('userName', 'seed' || n || '@contoso.example', 'displayName', name(n), 'title', 'Engineer of something',
                       'emails', json_array(json_object('type', 'work', 'value', 'seed' || n || '@contoso.example')))
      FROM numbers;
    INSERT INTO elements (attribute, key, ref) SELECT 'emails.value', user_name_key, ref FROM resources WHERE type = 'User';
    INSERT INTO resource_counts VALUES ('User', ${size}, ${Math.ceil(size / 50)}), ('Group', 1, 0);
    INSERT INTO resources (id, type, version, created_at, modified_at, display_name_key, member_count, name, document)
    VALUES ('crowd', 'Group', 1, 0, 0, 'crowd', ${MEMBERS}, 'Crowd', '{"displayName":"Crowd"}');
    INSERT INTO members (group_ref, member_ref, added_at, is_group)
    SELECT (SELECT ref FROM resources WHERE id = 'crowd'), ref, 1000, 0 FROM resources WHERE type = 'User' ORDER BY ref LIMIT ${MEMBERS};
    INSERT INTO former_members (group_ref, member_ref, added_at, is_group, removed_at)
    SELECT (SELECT ref FROM resources WHERE id = 'crowd'), ref, 500, 0, 2000 FROM resources WHERE type = 'User' ORDER BY ref DESC LIMIT ${MEMBERS};
    INSERT INTO changes (at, exchange_id, actor, verb, resource_ref, attributes, members)
    SELECT 1000 + m.member_ref, m.member_ref, '{"kind":"you"}', 'updated', m.group_ref, '[]',
           json_object('addedCount', 1, 'removedCount', 0, 'added', json_array(json_object('type', 'User', 'id', r.id, 'name', r.name)), 'removed', json_array())
      FROM members m JOIN resources r ON r.ref = m.member_ref;
    INSERT INTO group_counts (ref, count) SELECT r.ref, EXISTS (SELECT 1 FROM members m WHERE m.member_ref = r.ref) FROM resources r WHERE r.type = 'User';
    COMMIT`)
  db.close()
}

async function measure(ready, program) {
  const { origin } = new URL(ready.console)
  const opened = await fetch(ready.console, { redirect: 'manual' })
  const cookie = opened.headers.get('set-cookie').split(';')[0]
  const call = async (noun, verb, input) => {
    const answer = await fetch(`${origin}/rpc/${noun}/${verb}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ json: input })
    })
    if (answer.status !== 200)
      throw new Error(`${noun}.${verb} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()).json
  }
  /** Three times, the slowest counts; and the longest the engine's thread was busy in one go meanwhile. */
  async function timed(what, ask) {
    program.send('begin')
    let slowest = 0
    let last
    for (let n = 0; n < 3; n++) {
      const began = performance.now()
      last = await ask(n)
      slowest = Math.max(slowest, performance.now() - began)
    }
    program.send('end')
    const { wallMs, ownMs } = await new Promise(resolve => program.once('message', resolve))
    const found = last.matched ?? last.counts?.both ?? ''
    console.log(
      `${what.padEnd(44)} ${slowest.toFixed(0).padStart(6)} ms   busy ${wallMs.toFixed(0).padStart(4)} ms, own ${ownMs.toFixed(0).padStart(4)} ms   ${found}${last.isSearching ? ' so far' : ''}`
    )
  }

  const users = input => call('users', 'page', input)
  const page = { limit: 100 }
  await timed('first page of users', () => users(page))
  for (const sort of ['displayName', 'userName', 'state', 'groupCount', 'modifiedAt'])
    for (const isDescending of [false, true])
      await timed(`by ${sort}, ${isDescending ? 'descending' : 'ascending'}`, () =>
        users({ ...page, sort, isDescending })
      )
  await timed('the middle page', () => users({ ...page, offset: Math.floor(size / 2) }))
  await timed('disabled, by last change', () => users({ ...page, state: 'disabled', sort: 'modifiedAt' }))
  // Another search each time: the first answer counts, not what is kept of it.
  await timed('search by the beginning of a name', n =>
    users({ ...page, search: ['alice n', 'bo lin', 'clara s'][n] })
  )
  await timed('search by the beginning of a userName', n =>
    users({ ...page, search: ['seed12', 'seed34', 'seed56'][n] })
  )
  await timed('search by an externalId', n => users({ ...page, search: `ext${n + 77}7` }))
  await timed('search inside names', n => users({ ...page, search: ['okafor 9', 'holm 7', 'young 1'][n] }))
  await timed('search inside names, by last change', async n => {
    const input = { ...page, search: ['okafor', 'holm', 'young'][n], sort: 'modifiedAt', isDescending: true }
    for (;;) {
      const found = await users(input)
      if (!found.isSearching) return found
    }
  })
  const crowd = { id: 'crowd', kind: 'effective', limit: 100 }
  await timed('the page of a group that changed as often', () => call('groups', 'get', { id: 'crowd' }))
  await timed('its moments', () => call('groups', 'moments', { id: 'crowd', kind: 'effective' }))
  await timed('its history', () => call('groups', 'history', { id: 'crowd', before: null, limit: 50 }))
  await timed(`a group of ${MEMBERS} opens`, () => call('groups', 'members', crowd))
  await timed('its last page', () => call('groups', 'members', { ...crowd, offset: MEMBERS - 100 }))
  await timed('filtered', n =>
    call('groups', 'members', { ...crowd, search: ['holm', 'okafor', 'seed77'][n] })
  )
  await timed('filtered further', n =>
    call('groups', 'members', { ...crowd, search: ['holm 7', 'okafor 9', 'seed771'][n] })
  )
  await timed('why somebody is in it', () => call('groups', 'paths', { id: 'crowd', memberId: 'user-77' }))
  await timed('as of then', n => call('groups', 'members', { ...crowd, asOf: 1500 + n }))
  await timed('compared with then', n =>
    call('groups', 'compare', {
      kind: 'direct',
      part: 'both',
      limit: 100,
      left: { id: 'crowd', asOf: null },
      right: { id: 'crowd', asOf: 1600 + n }
    })
  )
}
