/**
 * The floor: what HTTP and a durable disk cost at the least. Fastify, one prepared insert per request, group commit,
 * synchronous=FULL. It parses a body as JSON and answers it back; nothing of SCIM is done. Everything we do on top is our own cost.
 */
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { join } from 'node:path'
import { groupCommit } from './group-commit.mjs'

const folder = process.argv[2]
const db = new Database(join(folder, 'floor.db'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('CREATE TABLE requests (id INTEGER PRIMARY KEY, method TEXT, path TEXT, body TEXT) STRICT')
const insert = db.prepare('INSERT INTO requests (method, path, body) VALUES (?, ?, ?)')
const write = groupCommit(db)

const app = Fastify({ bodyLimit: 64 * 1024 * 1024, forceCloseConnections: true })
app.addContentTypeParser('application/scim+json', { parseAs: 'string' }, (_request, text, done) =>
  done(null, { text, json: JSON.parse(text) })
)
app.all('/*', async (request, reply) => {
  await write(() => insert.run(request.method, request.url, request.body?.text ?? null))
  reply.header('content-type', 'application/scim+json')
  return reply.send(JSON.stringify(request.body?.json ?? { totalResults: 0, Resources: [] }))
})
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address()
process.stdout.write(`${JSON.stringify({ ready: true, scim: `http://127.0.0.1:${port}/scim/v2` })}\n`)
process.on('SIGTERM', () => void stop())

async function stop() {
  await app.close()
  db.close()
  process.exit(0)
}
