import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openIndexFile, indexFileOf } from './journal/search/index-file'
import { createLogJobs } from './journal/search/jobs'
import { createPatience } from './journal/search/patience'
import { serveJobs } from './journal/search/serve'
import type { ThreadData } from './journal/search/thread'
import { createMarkStore } from './journal/marks'
import { createChangeStore } from './store/changes'
import { DATABASE_FILE } from './store/database'
import { openReadOnly } from './store/sqlite'

// The long reading of the log beside the engine: see journal/search/jobs.ts.
if (!parentPort) throw new Error('log-reader-worker is started as a worker thread by the engine')
const { dataFolder, journalFile, traffic } = workerData as ThreadData
// Linux counts a thread's priority for itself; elsewhere it would be that of the whole program.
if (traffic && process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const db = openReadOnly(journalFile)
const directory = openReadOnly(join(dataFolder, DATABASE_FILE))
const { jobs, blocks } = createLogJobs({
  db,
  index: openIndexFile(indexFileOf(journalFile), createMarkStore(db).read('identity')),
  changesOf: createChangeStore(directory).byExchange,
  rest: traffic ? createPatience(traffic) : () => {}
})
const { isBusy } = serveJobs(parentPort, jobs)

/** Between two blocks that are made in advance, and when none is missing, in milliseconds. */
const MAKING_MS = 30
const RESTING_MS = 1_000

if (!traffic) {
  // What was deleted while no thread was there to forget it.
  setTimeout(() => blocks.forgetDeleted(Number.MAX_SAFE_INTEGER), RESTING_MS)
  makeAhead()
}

/** What is recorded while somebody looks is made searchable before they search. */
function makeAhead(): void {
  const hasMade = !isBusy() && blocks.makeMissing()
  setTimeout(makeAhead, hasMade || isBusy() ? MAKING_MS : RESTING_MS)
}
