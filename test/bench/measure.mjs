/** What a list of phases costs a server, and whether it really did the work. */
import { percentiles, round, sendAll } from './http-load.mjs'

/** Sends the phases one after the other. @returns requests per second, CPU of the server per request, latencies in milliseconds */
export async function measurePhases(server, phases, concurrency) {
  const cpuBefore = server.cpuMs()
  let count = 0
  let elapsedMs = 0
  const latencies = []
  for (const phase of phases) {
    const result = await sendAll(server.target, phase, concurrency)
    count += result.count
    elapsedMs += result.elapsedMs
    latencies.push(...result.latenciesMs)
  }
  return {
    requests: count,
    requestsPerSecond: Math.round((count * 1000) / elapsedMs),
    cpuMsPerRequest: round((server.cpuMs() - cpuBefore) / count),
    ...percentiles(Float64Array.from(latencies))
  }
}

/** Every user and group is there, and the first group holds nobody whom the cycle did not create; with `isWhole` it holds all. */
export async function verifyState(target, ids, { isWhole = false } = {}) {
  const read = async path => {
    let text = ''
    await sendAll(target, [{ method: 'GET', path, check: (_status, body) => ((text = body), null) }], 1)
    return JSON.parse(text)
  }
  const users = await read('/scim/v2/Users?count=1')
  const groups = await read('/scim/v2/Groups?count=1&excludedAttributes=members')
  if (users.totalResults !== ids.users.length || groups.totalResults !== ids.groups.length)
    throw new Error(`${users.totalResults} users and ${groups.totalResults} groups at the end`)
  const everybody = await read(`/scim/v2/Groups/${ids.groups[0]}`)
  const known = new Set(ids.users)
  if (!everybody.members.every(member => known.has(member.value)))
    throw new Error('a member that was never added')
  if (isWhole && everybody.members.length !== ids.users.length)
    throw new Error(`${everybody.members.length} of ${ids.users.length} members`)
}
