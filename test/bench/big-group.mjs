/** One member more or less, in a group of 100 and in a very big one; the big one read whole; 20,000 members in one PATCH. */
import { expectStatus, percentiles, round, sendAll } from './http-load.mjs'
import { addMembers, createGroup, createUser, removeMember } from './people.mjs'
import { newFolder, removeFolder, startUsher } from './servers.mjs'

export async function bigGroup(size) {
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
    const wholeGroup = await send(
      Array.from({ length: 5 }, () => ({
        method: 'GET',
        path: `/scim/v2/Groups/${big}`,
        check: (status, text) =>
          status === 200 && JSON.parse(text).members.length === size ? null : 'the group is not whole'
      }))
    )
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
      add20000: bulkAdd,
      rssMegabytes: round(server.rssMegabytes())
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
