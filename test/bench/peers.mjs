/** The initial cycle against another SCIM server for Node, with the same requests and the same checks of what came of it. */
import { round } from './http-load.mjs'
import { measurePhases, verifyState } from './measure.mjs'
import { initialCycle } from './scenarios.mjs'
import { newFolder, removeFolder, startScimmy, startUsher } from './servers.mjs'

const CONCURRENCY = 8

/** What the peer answers may differ (200 or 204, with or without a body), but it has to be a success. */
const anySuccess = request => {
  if (typeof request === 'function') return () => anySuccess(request())
  const onAnswer = request.check
  return {
    ...request,
    check(status, text) {
      if (status < 200 || status > 299) return `answered ${status}`
      return status === 201 ? onAnswer(status, text) : null
    }
  }
}

export async function peers(size) {
  const usher = await measure(startUsher, size, phases => phases)
  const scimmy = await measure(startScimmy, size, phases => phases.map(phase => phase.map(anySuccess)))
  return {
    ...size,
    concurrency: CONCURRENCY,
    cpuRatio: round(scimmy.cpuMsPerRequest / usher.cpuMsPerRequest),
    timeRatio: round(usher.requestsPerSecond / scimmy.requestsPerSecond),
    usher,
    'scimmy-routers, in memory': scimmy
  }
}

async function measure(start, size, adapt) {
  const folder = newFolder()
  const server = await start(folder)
  const ids = { users: [], groups: [] }
  try {
    const figures = await measurePhases(server, adapt(initialCycle(size, ids)), CONCURRENCY)
    await verifyState(server.target, ids, { isWhole: true })
    return figures
  } finally {
    await server.stop()
    removeFolder(folder)
  }
}
