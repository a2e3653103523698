import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'
import { expect, onTestFinished, test } from 'vitest'
import { runChecks } from '../../src/main/simulator/checks/run-checks'

/** What keeps resources of one type in memory, as scimmy's documentation has it. Filters are matched by scimmy. */
function keepInMemory(resource, unique) {
  const stored = new Map()
  let count = 0
  const missing = id => new SCIMMY.Types.Error(404, null, `Resource ${id} not found`)
  SCIMMY.Resources.declare(resource)
    .ingress((given, body) => {
      if (given.id !== undefined && !stored.has(given.id)) throw missing(given.id)
      const id = given.id ?? String(++count)
      const plain = JSON.parse(JSON.stringify(body))
      const isTaken = [...stored.values()].some(other => other.id !== id && other[unique] === plain[unique])
      if (isTaken) throw new SCIMMY.Types.Error(409, 'uniqueness', `${unique} "${plain[unique]}" is taken`)
      const now = new Date().toISOString()
      const created = stored.get(id)?.meta.created ?? now
      stored.set(id, { ...plain, id, meta: { created, lastModified: now } })
      return stored.get(id)
    })
    .egress(given => {
      if (given.id === undefined)
        return given.filter ? given.filter.match([...stored.values()]) : [...stored.values()]
      if (!stored.has(given.id)) throw missing(given.id)
      return stored.get(given.id)
    })
    .degress(given => {
      if (!stored.delete(given.id)) throw missing(given.id)
    })
}

async function openScimmy() {
  SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser)
  keepInMemory(SCIMMY.Resources.User, 'userName')
  keepInMemory(SCIMMY.Resources.Group, 'displayName')
  const app = express()
  app.use('/scim/v2', new SCIMMYRouters({ type: 'bearer', handler: () => 'tester' }))
  const server = app.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${server.address().port}/scim/v2`
}

test(
  'the check finds real faults in a scimmy-routers server, and leaves right what is right',
  { timeout: 60_000 },
  async () => {
    const url = await openScimmy()
    let count = 0
    const report = await runChecks({ url, secret: 'x'.repeat(40) }, () => `check-${++count}`)
    const failed = Object.fromEntries(
      report.results.flatMap(({ id, verdict, rule, seen }) =>
        verdict === 'fails' ? [[id, `${rule} | ${seen}`]] : []
      )
    )

    // What Entra sends by default and this server turns away: disabling by text, and a value path that makes its element.
    expect(failed).toMatchObject({
      'patch.disable-text': expect.stringMatching(/answered 400/),
      'patch.value-path-add-creates': expect.stringMatching(/answered 400/),
      'users.boolean-text': expect.stringMatching(/answered 400/)
    })
    for (const right of ['users.create', 'users.delete', 'discovery.resource-types'])
      expect(failed).not.toHaveProperty([right])
    expect(report.holds).toBeGreaterThan(100)
  }
)
