/**
 * The least that SCIM and our own promises demand, written by hand for exactly the requests of the bench: as the floor server, but a
 * token is compared, documents and members are stored and found by index, userName is unique, PATCH is applied, each write leaves a
 * change and each request a row with its bodies in a log of its own. No schemas, no validation, no filters but `x eq "y"`, no
 * tolerances, no errors, nobody watching. What we cost above this is the price of being right about any request.
 * With `--forgetful` it keeps neither changes nor log: a directory and nothing to look at.
 */
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { groupCommit } from './group-commit.mjs'

const [folder, option] = process.argv.slice(2)
const isForgetful = option === '--forgetful'
const open = (name, synchronous, schema) => {
  const db = new Database(join(folder, name))
  db.pragma('journal_mode = WAL')
  db.pragma(`synchronous = ${synchronous}`)
  db.exec(schema)
  return db
}
const db = open(
  'least.db',
  'FULL',
  `CREATE TABLE resources (ref INTEGER PRIMARY KEY, id TEXT UNIQUE, type TEXT, version INTEGER, created INTEGER, modified INTEGER,
     name TEXT, external_id TEXT, document TEXT) STRICT;
   CREATE UNIQUE INDEX resources_name ON resources (type, name);
   CREATE INDEX resources_external_id ON resources (external_id);
   CREATE TABLE elements (key TEXT, ref INTEGER, PRIMARY KEY (key, ref)) STRICT, WITHOUT ROWID;
   CREATE TABLE members (group_ref INTEGER, member_ref INTEGER, PRIMARY KEY (group_ref, member_ref)) STRICT, WITHOUT ROWID;
   CREATE INDEX members_member ON members (member_ref);
   CREATE TABLE changes (id INTEGER PRIMARY KEY, at INTEGER, ref INTEGER, what TEXT) STRICT;
   CREATE INDEX changes_ref ON changes (ref);`
)
const log = open(
  'log.db',
  'NORMAL',
  `CREATE TABLE exchanges (id INTEGER PRIMARY KEY, at INTEGER, method TEXT, target TEXT, headers TEXT, request TEXT, status INTEGER,
     answer TEXT) STRICT;`
)

const byId = db.prepare('SELECT * FROM resources WHERE id = ?')
const byName = db.prepare('SELECT * FROM resources WHERE type = ? AND name = ?')
const count = db.prepare('SELECT count(*) AS total FROM resources WHERE type = ?')
const insert = db.prepare(`
  INSERT INTO resources (id, type, version, created, modified, name, external_id, document) VALUES (?, ?, 1, ?, ?, ?, ?, ?)`)
const update = db.prepare(
  'UPDATE resources SET version = version + 1, modified = ?, document = ? WHERE ref = ?'
)
const addElement = db.prepare('INSERT INTO elements VALUES (?, ?)')
const groupsOf = db.prepare(
  'SELECT r.id, r.name FROM members m JOIN resources r ON r.ref = m.group_ref WHERE m.member_ref = ?'
)
const membersOf = db.prepare(
  'SELECT r.id AS value FROM members m JOIN resources r ON r.ref = m.member_ref WHERE m.group_ref = ?'
)
const addMember = db.prepare('INSERT OR IGNORE INTO members VALUES (?, ?)')
const removeMember = db.prepare('DELETE FROM members WHERE group_ref = ? AND member_ref = ?')
const insertChange = db.prepare('INSERT INTO changes (at, ref, what) VALUES (?, ?, ?)')
function addChange(at, ref, what) {
  if (!isForgetful) insertChange.run(at, ref, JSON.stringify(what))
}
const write = groupCommit(db)

const addExchange = log.prepare('INSERT INTO exchanges VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)')
const addExchanges = log.transaction(rows => {
  for (const row of rows) addExchange.run(...row)
})
let unwritten = []
function record(...row) {
  if (isForgetful) return
  if (unwritten.push(row) > 1) return
  setTimeout(() => {
    addExchanges(unwritten)
    unwritten = []
  }, 25)
}

function shown({ ref, id, type, version, created, modified, document }) {
  const meta = {
    resourceType: type,
    created: new Date(created).toISOString(),
    lastModified: new Date(modified).toISOString(),
    version: `W/"${version}"`,
    location: `${base}/${type}s/${id}`
  }
  const groups = type === 'User' ? groupsOf.all(ref) : []
  const computed =
    groups.length === 0 ? {} : { groups: groups.map(one => ({ value: one.id, display: one.name })) }
  return { ...JSON.parse(document), ...computed, id, meta }
}

function create(type, body) {
  const at = Date.now()
  const name = (body.userName ?? body.displayName).toLowerCase()
  if (byName.get(type, name)) throw new Error(`${name} is taken`)
  const id = randomUUID()
  const text = JSON.stringify(body)
  const ref = insert.run(id, type, at, at, name, body.externalId, text).lastInsertRowid
  for (const { value } of body.emails ?? []) addElement.run(value.toLowerCase(), ref)
  addChange(at, ref, body)
  return shown({ ref, id, type, version: 1, created: at, modified: at, document: text })
}

function patch(row, { Operations }) {
  const at = Date.now()
  const document = JSON.parse(row.document)
  for (const { op, path, value } of Operations) {
    if (path === 'members') {
      const change = op === 'Add' ? addMember : removeMember
      for (const member of value) change.run(row.ref, byId.get(member.value).ref)
    } else set(document, path, path === 'active' ? value === 'True' : value)
  }
  const text = JSON.stringify(document)
  update.run(at, text, row.ref)
  addChange(at, row.ref, Operations)
  return row.type === 'Group'
    ? null
    : shown({ ...row, version: row.version + 1, modified: at, document: text })
}

function set(document, path, value) {
  const at = path.startsWith('urn:') ? path.lastIndexOf(':') : path.indexOf('.')
  if (at < 0) document[path] = value
  else (document[path.slice(0, at)] ??= {})[path.slice(at + 1)] = value
}

const secret = createHash('sha256').update(`Bearer ${process.env.USHER_TOKEN}`).digest()
const isKnown = header => timingSafeEqual(createHash('sha256').update(header).digest(), secret)

const app = Fastify({ bodyLimit: 64 * 1024 * 1024, forceCloseConnections: true })
app.addContentTypeParser('application/scim+json', { parseAs: 'string' }, (_request, text, done) =>
  done(null, { text, json: JSON.parse(text) })
)
function send(request, reply, status, message) {
  const text = message === null ? '' : JSON.stringify(message)
  record(
    Date.now(),
    request.method,
    request.url,
    JSON.stringify(request.raw.rawHeaders),
    request.body?.text,
    status,
    text
  )
  reply.code(status).header('content-type', 'application/scim+json')
  if (message?.meta) reply.header('etag', message.meta.version).header('location', message.meta.location)
  return reply.send(text)
}
app.all('/*', async (request, reply) => {
  if (!isKnown(request.headers.authorization)) throw new Error('who are you?')
  const url = decodeURIComponent(request.url.replaceAll('+', ' '))
  const [, plural, id] = /^\/scim\/v2\/(Users|Groups)(?:\/([^?]*))?/.exec(url)
  const type = plural.slice(0, -1)
  const body = request.body?.json
  if (request.method === 'POST') return send(request, reply, 201, await write(() => create(type, body)))
  if (request.method === 'PATCH') {
    const patched = await write(() => patch(byId.get(id), body))
    return send(request, reply, patched === null ? 204 : 200, patched)
  }
  if (id !== undefined) {
    const row = byId.get(id)
    const members = type === 'Group' ? { members: membersOf.all(row.ref) } : {}
    return send(request, reply, 200, { ...shown(row), ...members })
  }
  const [, name] = /filter=\w+ eq "([^"]*)"/.exec(url) ?? []
  const found = name === undefined ? undefined : byName.get(type, name.toLowerCase())
  const totalResults = name === undefined ? count.get(type).total : Number(found !== undefined)
  return send(request, reply, 200, { totalResults, Resources: found ? [shown(found)] : [] })
})
await app.listen({ port: 0, host: '127.0.0.1' })
const base = `http://127.0.0.1:${app.server.address().port}/scim/v2`
process.stdout.write(`${JSON.stringify({ ready: true, scim: base })}\n`)
process.on('SIGTERM', () => void stop())

async function stop() {
  await app.close()
  addExchanges(unwritten)
  db.close()
  log.close()
  process.exit(0)
}
