import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { DATABASE_FILE } from './store/database'
import type { ReaderReply, ReaderRequest } from './store/reader'
import { createReaderJobs } from './store/reader-jobs'
import { openReadOnly } from './store/sqlite'

// Long reading beside the engine: see store/reader.ts.
if (!parentPort) throw new Error('reader-worker is started as a worker thread by the engine')
const engine = parentPort
const dataFolder = String(workerData)
const db = openReadOnly(join(dataFolder, DATABASE_FILE))
const jobs = createReaderJobs(db, dataFolder)

engine.on('message', (request: ReaderRequest) => void answer(request))

async function answer({ id, job, args }: ReaderRequest): Promise<void> {
  try {
    const work = jobs[job] as (...given: unknown[]) => unknown
    engine.postMessage({ id, result: await work(...args) } satisfies ReaderReply)
  } catch (error) {
    engine.postMessage({
      id,
      error: error instanceof Error ? error : new Error(String(error))
    } satisfies ReaderReply)
  }
}
