import { openConnection } from './http-load.mjs'

export const PEOPLE = 200
export const CONNECTIONS = 8
export const BASE = '/scim/v2'
const RATE = 200

/**
 * Three look-ups for one write, 200 a second. Each request has its own due time; whoever is late sends at once, so that the rate holds on average.
 */
export async function sendAtRate(target, ids, seconds, isOver = () => false) {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(target)))
  const total = RATE * seconds
  const latenciesMs = []
  const startedAt = performance.now()
  const during = { from: Date.now(), to: 0 }
  let next = 0
  await Promise.all(
    connections.map(async connection => {
      while (next < total && !isOver()) {
        const index = next++
        const earlyMs = startedAt + (index * 1000) / RATE - performance.now()
        if (earlyMs > 1) await new Promise(resolve => setTimeout(resolve, earlyMs))
        const sentAt = performance.now()
        const { status } = await connection.send(requestAt(index, ids))
        if (status !== 200) throw new Error(`A request was answered ${status}.`)
        latenciesMs.push(performance.now() - sentAt)
      }
    })
  )
  for (const connection of connections) connection.close()
  during.to = Date.now()
  return { latenciesMs, during }
}

/** Three look-ups for one write, as Entra does in an incremental cycle. */
export function requestAt(index, ids) {
  const person = index % PEOPLE
  if (index % 4 !== 0) {
    const filter = new URLSearchParams({ filter: `userName eq "${userName(person)}"` })
    return { method: 'GET', path: `${BASE}/Users?${filter}` }
  }
  const operation = { op: 'Replace', path: 'displayName', value: `Person ${person}, version ${index}` }
  return {
    method: 'PATCH',
    path: `${BASE}/Users/${ids[person]}`,
    body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [operation] }
  }
}

export const userName = person => `person-${person}@contoso.example`
