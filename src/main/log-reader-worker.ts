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
const { dataFolder, journalFile, traffic, isPatient } = workerData as ThreadData
// Linux counts a thread's priority for itself; elsewhere it would be that of the whole program.
if (isPatient && process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const db = openReadOnly(journalFile)
const directory = openReadOnly(join(dataFolder, DATABASE_FILE))
serveJobs(
  parentPort,
  createLogJobs({
    db,
    index: openIndexFile(indexFileOf(journalFile), createMarkStore(db).read('identity')),
    changesOf: createChangeStore(directory).byExchange,
    rest: createPatience(traffic)
  })
)
