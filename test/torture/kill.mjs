/**
 * Kills the server with SIGKILL at random moments under load and looks whether everything it had acknowledged is still there.
 * The small form runs in `npm test`, the large one is `npm run torture`.
 */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { sendAll } from '../bench/http-load.mjs'
import { addMembers, createGroup, createUser, setActive, userName } from '../bench/people.mjs'
import { newFolder, removeFolder, startUsher } from '../bench/servers.mjs'
import { seededRandom } from '../../src/main/simulator/random.ts'

const OLDER_CHECKED = 100

/**
 * @param {{ kills: number, seed: number, start?: typeof startUsher, onKill?: (done: number) => void }} options
 *   `start` for another victim than the headless server
 * @returns {Promise<{ kills: number, acknowledged: number, missing: string[], integrity: string[] }>}
 *   `missing` names every acknowledged write that was not found again, `integrity` everything the files contradict themselves in.
 */
export async function killRepeatedly({ kills, seed, start = startUsher, onKill }) {
  const random = seededRandom(seed)
  const folder = newFolder()
  const truth = {
    nextNumber: 0,
    checkedCount: 0,
    users: new Map(),
    members: new Set(),
    group: null,
    acknowledged: 0
  }
  const missing = []
  try {
    for (let done = 0; done < kills; done++) {
      const server = await start(folder)
      missing.push(...(await notFoundAgain(server.target, truth, sampleOf(truth, random))))
      const load = keepWriting(server.target, truth, random)
      await whenAcknowledged(truth, 20 + Math.floor(random.next() * 400))
      await server.stop('SIGKILL')
      await load
      onKill?.(done + 1)
    }
    const last = await start(folder)
    missing.push(...(await notFoundAgain(last.target, truth, [...truth.users.keys()])))
    await last.stop()
    return { kills, acknowledged: truth.acknowledged, missing, integrity: contradictions(folder) }
  } finally {
    removeFolder(folder)
  }
}

/** Eight writers until the connection breaks. Only what was answered counts as acknowledged. */
async function keepWriting(target, truth, random) {
  const send = request => sendAll(target, [request], 1)
  const writer = async () => {
    for (;;) {
      const number = truth.nextNumber++
      let id = null
      await send(createUser(number, created => (id = created)))
      truth.users.set(number, { id, isActive: true })
      acknowledge(truth)
      if (truth.group === null) {
        truth.group = 'pending'
        await send(createGroup(number, created => (truth.group = created)))
        acknowledge(truth)
      }
      if (truth.group !== 'pending') {
        await send(addMembers(truth.group, [id]))
        truth.members.add(id)
        acknowledge(truth)
      }
      if (random.next() < 0.3) {
        truth.users.get(number).isActive = null
        await send(setActive(id, false))
        truth.users.get(number).isActive = false
        acknowledge(truth)
      }
    }
  }
  await Promise.allSettled(Array.from({ length: 8 }, writer))
  if (truth.group === 'pending') truth.group = null
}

function acknowledge(truth) {
  truth.acknowledged++
  truth.onAcknowledged?.()
}

function whenAcknowledged(truth, more) {
  const goal = truth.acknowledged + more
  return new Promise(resolve => {
    truth.onAcknowledged = () => {
      if (truth.acknowledged >= goal) resolve()
    }
  })
}

/** Everybody since the last kill, and some from before; all of them are looked up at the end. */
function sampleOf(truth, random) {
  const numbers = [...truth.users.keys()]
  const fresh = numbers.slice(truth.checkedCount)
  const older = Array.from(
    { length: Math.min(OLDER_CHECKED, truth.checkedCount) },
    () => numbers[Math.floor(random.next() * truth.checkedCount)]
  )
  truth.checkedCount = numbers.length
  return [...fresh, ...older]
}

async function notFoundAgain(target, truth, numbers) {
  const missing = []
  const checks = numbers
    .map(number => [number, truth.users.get(number)])
    .map(([number, expected]) => ({
      method: 'GET',
      path: `/scim/v2/Users/${expected.id}`,
      check: (status, text) => {
        const user = status === 200 ? JSON.parse(text) : {}
        // An unanswered PATCH may or may not have arrived: isActive is null then.
        const isRight =
          user.userName === userName(number) &&
          (expected.isActive === null || user.active === expected.isActive)
        if (!isRight) missing.push(`user ${number}: ${status} ${text.slice(0, 120)}`)
        return null
      }
    }))
  if (truth.group !== null)
    checks.push({
      method: 'GET',
      path: `/scim/v2/Groups/${truth.group}`,
      check: (status, text) => {
        const members = new Set(
          (status === 200 ? (JSON.parse(text).members ?? []) : []).map(member => member.value)
        )
        for (const id of truth.members) if (!members.has(id)) missing.push(`member ${id}`)
        return null
      }
    })
  await sendAll(target, checks, 16)
  return missing
}

/** What SQLite and our own rules say about the file: every resource has its change, its index rows and its members. */
function contradictions(folder) {
  const db = new Database(join(folder, 'usher.db'), { readonly: true })
  const rows = sql => db.prepare(sql).all()
  const found = [
    ...rows('PRAGMA integrity_check').filter(row => row.integrity_check !== 'ok'),
    ...rows('PRAGMA foreign_key_check'),
    ...rows(`SELECT 'no change row' AS fault, id FROM resources r
              WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.resource_ref = r.ref AND c.verb = 'created')`),
    ...rows(`SELECT 'e-mail not indexed' AS fault, id FROM resources r
              WHERE json_extract(document, '$.emails[0].value') IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM elements e WHERE e.ref = r.ref AND e.attribute = 'emails.value')`),
    ...rows(`SELECT 'state column differs' AS fault, id FROM resources
              WHERE type = 'User' AND active IS NOT json_extract(document, '$.active')`)
  ]
  db.close()
  return found.map(row => JSON.stringify(row))
}
