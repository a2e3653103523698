/**
 * Fills a small disk under the running server: writes are refused with 507 or 503 in SCIM form, reads go on, nothing
 * acknowledged is lost, and when there is space again writing goes on without a restart. Linux, as root: it mounts a tmpfs.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendAll } from '../bench/http-load.mjs'
import { createUser, readUser, userName } from '../bench/people.mjs'
import { removeFolder, startUsher } from '../bench/servers.mjs'

const DISK_MEGABYTES = 24

/** @returns {Promise<{ acknowledged: number, refused: number, faults: string[] }>} `faults` says in words what did not hold */
export async function fillDisk() {
  const disk = mkdtempSync(join(tmpdir(), 'usher-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', disk])
  const ballast = join(disk, 'ballast')
  const faults = []
  const people = new Map()
  let number = 0
  let refused = 0
  let server = null
  try {
    writeFileSync(ballast, Buffer.alloc(4 * 1024 * 1024))
    server = await startUsher(join(disk, 'data'))
    const create = async () => {
      const mine = number++
      let answer = null
      const request = {
        ...createUser(mine, null),
        check: (status, text) => ((answer = { status, text }), null)
      }
      await sendAll(server.target, [request], 1)
      if (answer.status === 201) people.set(mine, JSON.parse(answer.text).id)
      else faults.push(...refusalFaults(answer))
      return answer.status
    }
    while (refused < 50 && number < 100_000) {
      const statuses = await Promise.all(Array.from({ length: 8 }, create))
      refused += statuses.filter(status => status !== 201).length
    }
    if (refused === 0) faults.push('the disk never became full')
    faults.push(...(await lost(server.target, people)))

    rmSync(ballast)
    const after = []
    for (let attempt = 0; attempt < 20; attempt++) after.push(await create())
    if (after.at(-1) !== 201) faults.push(`with space again: ${after.join(' ')}`)
    await server.stop('SIGKILL')
    server = await startUsher(join(disk, 'data'))
    faults.push(...(await lost(server.target, people)))
    return { acknowledged: people.size, refused, faults }
  } finally {
    await server?.stop()
    execFileSync('umount', [disk])
    removeFolder(disk)
  }
}

function refusalFaults({ status, text }) {
  if (status !== 507 && status !== 503) return [`refused with ${status}: ${text.slice(0, 200)}`]
  const error = JSON.parse(text)
  const isScim =
    error.schemas?.[0] === 'urn:ietf:params:scim:api:messages:2.0:Error' && error.status === String(status)
  return isScim ? [] : [`not in SCIM form: ${text.slice(0, 200)}`]
}

async function lost(target, people) {
  const faults = []
  const requests = [...people].map(([number, id]) =>
    readUser(id, (status, text) => {
      if (status !== 200 || JSON.parse(text).userName !== userName(number))
        faults.push(`user ${number}: ${status}`)
      return null
    })
  )
  await sendAll(target, requests, 8)
  return faults
}
