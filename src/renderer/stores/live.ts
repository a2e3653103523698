import type { ConsoleEvent } from '../../shared/contract'
import { client, reconnect } from '../bridge'
import { problemOf } from '../hooks/useCall'
import { backupsChanged } from './backups'
import { digest } from './digest'
import { countsLearned, directoryChanged, directoryMayHaveChanged } from './directory'
import { faultsChanged, loadFaults } from './faults'
import { activityGrows, loadActivity } from './activity'
import { cyclesGrow, loadCycles } from './cycles'
import { loadLog, logCleared, rowsChanged, rowsRemoved, useLog } from './log'
import { restoreQuery } from './log-query'
import { connectionIs, loadServer, serverChanged } from './server'
import { loadSetup, setupMayHaveChanged, tunnelChanged } from './setup'
import { loadSettings, settingsChanged, useSettings } from './settings'
import { loadSimulator, simulatorChanged } from './simulator'
import { tokensChanged, tokensUsed } from './tokens'
import { loadUpdates, updateChanged } from './updates'
import { loadWorkspaces } from './workspaces'

const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 5000

/** Listens for as long as the page lives; after a gap everything is asked for again. */
export async function stayConnected(signal: AbortSignal) {
  let pauseMs = FIRST_PAUSE_MS
  while (!signal.aborted) {
    const isHeard = await listen(signal)
    if (signal.aborted) return
    if (isHeard !== 'locked') connectionIs('lost')
    reconnect()
    pauseMs = isHeard === 'heard' ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
}

/** Resolves when the stream ends, whatever ended it, and tells whether it had begun. */
async function listen(signal: AbortSignal): Promise<'heard' | 'unheard' | 'locked'> {
  let heard: 'heard' | 'unheard' = 'unheard'
  try {
    const batches = await client.events.watch(undefined, { signal })
    heard = 'heard'
    // Listening has begun, so nothing can fall between these answers and the first event.
    await Promise.all([
      loadServer(),
      loadFaults(),
      loadSimulator(),
      loadWorkspaces(),
      loadUpdates(),
      catchUp()
    ])
    connectionIs('connected')
    for await (const batch of batches) batch.forEach(apply)
  } catch (error) {
    if (problemOf(error).code === 'UNAUTHORIZED') {
      connectionIs('locked')
      return 'locked'
    }
    if (!signal.aborted) console.warn('The event stream ended.', error)
  }
  return heard
}

async function catchUp() {
  const isFirst = !useSettings.getState().isLoaded
  await loadSettings()
  await loadSetup()
  const { counts } = await client.users.page({ limit: 1 })
  countsLearned(counts)
  await loadCycles()
  tokensChanged()
  backupsChanged()
  directoryMayHaveChanged()
  // A link may have brought a filter before the kept one was known.
  if (isFirst && useLog.getState().query === '') restoreQuery()
  else await loadLog()
}

function apply(event: ConsoleEvent) {
  switch (event.kind) {
    case 'log-changed':
      rowsChanged(event.rows)
      cyclesGrow(event.rows)
      activityGrows(event.rows)
      return digest(event.rows)
    case 'log-cleared':
      loadActivity()
      return logCleared()
    case 'log-removed':
      return rowsRemoved(event.runs)
    case 'server-changed':
      setupMayHaveChanged()
      return serverChanged(event.server)
    case 'setup-changed':
      return setupMayHaveChanged()
    case 'tunnel-changed':
      return tunnelChanged(event.tunnel)
    case 'tokens-changed':
      setupMayHaveChanged()
      return tokensChanged()
    case 'tokens-used':
      return tokensUsed()
    case 'simulator-changed':
      return simulatorChanged(event.run)
    case 'faults-changed':
      return faultsChanged(event.armed)
    case 'update-changed':
      return updateChanged(event.step)
    case 'backups-changed':
      return backupsChanged()
    case 'settings-changed':
      setupMayHaveChanged()
      return settingsChanged(event.settings)
    case 'directory-changed':
      return directoryChanged(event.counts)
  }
}
