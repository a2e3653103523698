/**
 * `npm exec node test/bench/kinds.mjs [--against FOLDER,…] [--rounds N] [--size N] [--only KIND,…]`: what each kind of request costs the
 * main thread of the built headless server, and of those built in other checkouts. All servers are asked in turns and the turns
 * are compared in pairs: on a busy machine nothing else can be. CPU in nanoseconds, from the scheduler.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sendAll } from './http-load.mjs'
import {
  addMembers,
  createGroup,
  createUser,
  lookUp,
  readUser,
  removeMember,
  setActive,
  updateUser
} from './people.mjs'
import { newFolder, removeFolder, startLeast, startUsher } from './servers.mjs'

const { values } = parseArgs({
  options: {
    against: { type: 'string', default: '' },
    least: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '12' },
    size: { type: 'string', default: '400' },
    only: { type: 'string' }
  }
})
const USERS = 2_000
const size = Number(values.size)
const rounds = Number(values.rounds)
const concurrency = Number(values.concurrency)

/** Of a server's users and groups and the number of the round, the requests. What was added in one kind is removed in the next. */
const KINDS = {
  'look up': ({ ids }) => each(({ user }) => lookUp(user % ids.users.length, 1)),
  read: ({ ids }) => each(({ user }) => readUser(ids.users[user])),
  create: ({ ids }, round) =>
    each(({ index }) => createUser(USERS + round * size + index, id => void ids.users.push(id))),
  'three attributes': ({ ids }, round) =>
    each(({ user, index }) => updateUser(ids.users[user], round * size + index)),
  disable: ({ ids }, round) => each(({ user }) => setActive(ids.users[user], round % 2 === 1)),
  'member in': ({ ids }) => each(({ user }) => addMembers(ids.groups[user % 10], [ids.users[user]])),
  'member out': ({ ids }) => each(({ user }) => removeMember(ids.groups[user % 10], ids.users[user]))
}
const each = make => Array.from({ length: size }, (_, index) => make({ index, user: (index * 7) % USERS }))
const kinds = values.only?.split(',') ?? Object.keys(KINDS)

const roots = values.against.split(',').filter(Boolean)
const starts = [
  ['this', startUsher],
  ...roots.map(root => [root, folder => startUsher(folder, { root })]),
  ...(values.least ? [['least', startLeast]] : [])
]
const servers = []
for (const [name, start] of starts) servers.push(await prepare(name, start))
const costs = Object.fromEntries(kinds.map(kind => [kind, servers.map(() => [])]))
// The first turns are for warming up.
for (let round = -2; round < rounds; round++) {
  for (const kind of kinds) {
    const turns = servers.map((_, place) => (place + round + 2) % servers.length)
    for (const place of turns) {
      const cost = await measure(servers[place], KINDS[kind](servers[place], round + 2))
      if (round >= 0) costs[kind][place].push(cost)
    }
  }
}
for (const { server, folder } of servers) {
  await server.stop()
  removeFolder(folder)
}
report()

async function prepare(name, start) {
  const folder = newFolder()
  const server = await start(folder)
  const ids = { users: [], groups: [] }
  const users = Array.from({ length: USERS }, (_, number) =>
    createUser(number, id => (ids.users[number] = id))
  )
  const groups = Array.from({ length: 10 }, (_, number) =>
    createGroup(number, id => (ids.groups[number] = id))
  )
  await sendAll(server.target, users, concurrency)
  await sendAll(server.target, groups, concurrency)
  return { name, folder, server, ids }
}

/** Microseconds of the main thread per request. */
async function measure({ server }, requests) {
  const before = mainThreadNs(server.pid)
  await sendAll(server.target, requests, concurrency)
  return (mainThreadNs(server.pid) - before) / 1000 / requests.length
}

function mainThreadNs(pid) {
  return Number(
    readFileSync(join('/proc', String(pid), 'task', String(pid), 'schedstat'), 'utf8').split(' ')[0]
  )
}

function report() {
  for (const kind of kinds) {
    const [ours, ...others] = costs[kind]
    const told = others.map((theirs, index) => {
      const ratios = ours.map((cost, round) => cost / theirs[round])
      const [low, middle, high] = [0.25, 0.5, 0.75].map(share => at(ratios, share).toFixed(3))
      return `${servers[index + 1].name}: ${micros(theirs)}, ratio ${middle} (${low} to ${high})`
    })
    console.log([`${kind.padEnd(17)} ${micros(ours)}`, ...told].join(' | '))
  }
}

function at(list, share) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length * share)]
}

function micros(list) {
  return `${at(list, 0).toFixed(0)} least, ${at(list, 0.5).toFixed(0)} µs middle`
}
