import { checkBackup, createBackup } from './backups'
import { previewRestore } from './preview-restore'
import { createResourceQueries, type PageQuery, type Sql } from './queries'
import type { Db } from './sqlite'
import { createUserLists, type UserOrder } from './user-lists'

/** What takes long and only reads. Runs on a connection and a thread of its own where there is one. */
export function createReaderJobs(db: Db, dataFolder: string) {
  const queries = createResourceQueries(db)
  const userLists = createUserLists(db)
  return {
    page: (query: PageQuery) => queries.page(query),
    count: (where: Sql) => queries.count(where),
    /** Users that a search has found, in another order than that of names. */
    sortUsers: (refs: Float64Array, order: UserOrder) => userLists.sorted(refs, order),
    backUp: (wanted: Parameters<typeof createBackup>[2]) => createBackup(db, dataFolder, wanted),
    checkBackup: (name: string, now: number) => checkBackup(dataFolder, name, now),
    previewRestore: (name: string, now: number) => previewRestore(dataFolder, name, now)
  }
}
export type ReaderJobs = ReturnType<typeof createReaderJobs>
