import { checkBackup, createBackup } from './backups'
import { checkThoroughly } from './health'
import { previewRestore } from './preview-restore'
import { createResourceQueries, type PageQuery, type Sql } from './queries'
import type { Db } from './sqlite'

/** What takes long and only reads. Runs on a connection and a thread of its own where there is one. */
export function createReaderJobs(db: Db, dataFolder: string) {
  const queries = createResourceQueries(db)
  return {
    page: (query: PageQuery) => queries.page(query),
    count: (where: Sql) => queries.count(where),
    backUp: (wanted: Parameters<typeof createBackup>[2]) => createBackup(db, dataFolder, wanted),
    checkBackup: (name: string, now: number) => checkBackup(dataFolder, name, now),
    previewRestore: (name: string, now: number) => previewRestore(dataFolder, name, now),
    /** What is wrong with the file, or null. */
    check: () => checkThoroughly(db)
  }
}
export type ReaderJobs = ReturnType<typeof createReaderJobs>
