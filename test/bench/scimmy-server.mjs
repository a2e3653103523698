/**
 * A peer: scimmy-routers on Express, as its documentation has it, with everything in memory. Kinder to it than a real program would
 * be: nothing is written to disk or logged, and the look-ups of the cycle are answered from a Map instead of by its own matching.
 */
import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'

function keepInMemory(resource, unique) {
  const stored = new Map()
  const byName = new Map()
  let count = 0
  const missing = id => new SCIMMY.Types.Error(404, null, `Resource ${id} not found`)
  const key = name => name.toLowerCase()

  SCIMMY.Resources.declare(resource)
    .ingress((given, body) => {
      if (given.id !== undefined && !stored.has(given.id)) throw missing(given.id)
      const id = given.id ?? String(++count)
      const plain = JSON.parse(JSON.stringify(body))
      const holder = byName.get(key(plain[unique]))
      if (holder !== undefined && holder !== id)
        throw new SCIMMY.Types.Error(409, 'uniqueness', `${unique} "${plain[unique]}" is taken`)
      const before = stored.get(id)
      if (before) byName.delete(key(before[unique]))
      byName.set(key(plain[unique]), id)
      const now = new Date().toISOString()
      stored.set(id, { ...plain, id, meta: { created: before?.meta.created ?? now, lastModified: now } })
      return stored.get(id)
    })
    .egress(given => {
      if (given.id === undefined) return found(given.filter)
      if (!stored.has(given.id)) throw missing(given.id)
      return stored.get(given.id)
    })
    .degress(given => {
      const before = stored.get(given.id)
      if (!before) throw missing(given.id)
      byName.delete(key(before[unique]))
      stored.delete(given.id)
    })

  function found(filter) {
    if (!filter) return [...stored.values()]
    const [operator, value] = filter.length === 1 ? (filter[0][unique] ?? []) : []
    if (operator !== 'eq') return filter.match([...stored.values()])
    const id = byName.get(key(value))
    return id === undefined ? [] : [stored.get(id)]
  }
}

SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser)
keepInMemory(SCIMMY.Resources.User, 'userName')
keepInMemory(SCIMMY.Resources.Group, 'displayName')
const app = express()
app.use('/scim/v2', new SCIMMYRouters({ type: 'bearer', handler: () => 'bench' }))
const server = app.listen(0, '127.0.0.1', () => {
  const scim = `http://127.0.0.1:${server.address().port}/scim/v2`
  process.stdout.write(`${JSON.stringify({ ready: true, scim })}\n`)
})
// Its answers to PATCHes of a group of thousands take longer than Node waits by itself.
Object.assign(server, { keepAliveTimeout: 600_000, headersTimeout: 0, requestTimeout: 0 })
process.on('SIGTERM', () => process.exit(0))
