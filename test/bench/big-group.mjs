/**
 * One member more or less, in a group of 100 and in a very big one; the big one read whole; 20,000 members in one PATCH; then
 * Entra's incremental mix for some minutes, and whether the memory grows.
 */
import { expectStatus, percentiles, round, sendAll } from './http-load.mjs'
import { incrementalMix } from './scenarios.mjs'
import { addMembers, createGroup, createUser, removeMember } from './people.mjs'
import { newFolder, removeFolder, startUsher } from './servers.mjs'

export async function bigGroup(size, soakMinutes) {
  const folder = newFolder()
  const server = await startUsher(folder)
  const users = []
  const groups = []
  const send = (requests, concurrency = 1) => sendAll(server.target, requests, concurrency)
  try {
    await send(
      Array.from({ length: size + 200 }, (_, number) => createUser(number, id => (users[number] = id))),
      32
    )
    await send([0, 1, 2].map(number => createGroup(number, id => (groups[number] = id))))
    const [small, big, bulk] = groups
    await send([addMembers(small, users.slice(0, 100))])
    const fill = await send(
      Array.from({ length: Math.ceil(size / 1000) }, (_, batch) =>
        addMembers(big, users.slice(batch * 1000, Math.min(size, (batch + 1) * 1000)))
      )
    )
    const one = group =>
      users.slice(size, size + 200).flatMap(id => [addMembers(group, [id]), removeMember(group, id)])
    const inSmall = await send(one(small))
    const inBig = await send(one(big))
    const readWhole = {
      method: 'GET',
      path: `/scim/v2/Groups/${big}`,
      // The group is checked once below: parsing 17 MB here would be measured too.
      check: (status, text) => (status === 200 && text.length > size * 100 ? null : 'the group is not whole')
    }
    await send([
      {
        ...readWhole,
        check: (_status, text) => (JSON.parse(text).members.length === size ? null : 'members are missing')
      }
    ])
    const wholeGroup = await send(Array.from({ length: 5 }, () => readWhole))
    const whileReading = await withBystander(server, () => send(Array.from({ length: 5 }, () => readWhole)))
    const bulkAdd = await withBystander(server, () =>
      send([addMembers(bulk, users.slice(0, Math.min(20_000, size)))])
    )
    const smallFigures = percentiles(inSmall.latenciesMs)
    const bigFigures = percentiles(inBig.latenciesMs)
    return {
      size,
      fillMs: round(fill.elapsedMs),
      oneMemberInGroupOf100: smallFigures,
      oneMemberInBigGroup: bigFigures,
      ratio: round(bigFigures.p50 / smallFigures.p50),
      readWholeGroup: percentiles(wholeGroup.latenciesMs),
      whileReading,
      add20000: bulkAdd,
      rssMegabytes: round(server.rssMegabytes()),
      soak: soakMinutes > 0 ? await soak(server, { users, groups }, soakMinutes) : null
    }
  } finally {
    await server.stop()
    removeFolder(folder)
  }

  /** Runs the work while somebody else keeps asking; says what that other one noticed. */
  async function withBystander({ target }, work) {
    let isOver = false
    const seen = []
    const bystander = (async () => {
      while (!isOver) {
        const { latenciesMs } = await sendAll(
          target,
          [{ method: 'GET', path: `/scim/v2/Users/${users[0]}`, check: expectStatus(200) }],
          1
        )
        seen.push(latenciesMs[0])
      }
    })()
    const { elapsedMs } = await work()
    isOver = true
    await bystander
    return { elapsedMs: round(elapsedMs), bystander: percentiles(Float64Array.from(seen)) }
  }
}

/** RSS after each minute of the incremental mix at concurrency 8. */
async function soak(server, ids, minutes) {
  const rssMegabytes = [round(server.rssMegabytes())]
  let requests = 0
  for (let minute = 0; minute < minutes; minute++) {
    const until = performance.now() + 60_000
    while (performance.now() < until) {
      for (const phase of incrementalMix(800, ids)) requests += (await sendAll(server.target, phase, 8)).count
    }
    rssMegabytes.push(round(server.rssMegabytes()))
  }
  return { minutes, requests, rssMegabytes }
}
