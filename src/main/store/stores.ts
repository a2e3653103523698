import { join } from 'node:path'
import { createAccessTokenStore } from './access-tokens'
import { createChangeStore } from './changes'
import { createCommit } from './commit'
import { DATABASE_FILE, openDatabase } from './database'
import { createConsolePages } from './console-pages'
import { createMemberPages } from './member-pages'
import { createMemberStore } from './members'
import { createMemberTexts } from './member-texts'
import { createMembershipGraph } from './membership-graph'
import { createReader } from './reader'
import { createResourceQueries } from './queries'
import { createResourceStore } from './resources'
import { createSettingStore } from './settings'
import { createTokenStore } from './tokens'
import { createUserLists } from './user-lists'
import { createUserSearch } from './user-search'
import { createUniqueValues } from './unique-values'

/**
 * Everything that lies in `usher.db`, over one connection. Writes go through `commit.write`.
 *
 * @param readerFile the built reader-worker.js, for long reading beside the engine
 */
export function openStores(folder: string, readerFile?: string) {
  const { db, close } = openDatabase(folder)
  const commit = createCommit(db)
  const reader = createReader(db, folder, readerFile)
  const tokens = createTokenStore(db, commit)
  const memberTexts = createMemberTexts(join(folder, DATABASE_FILE), commit)

  return {
    db,
    commit,
    tokens,
    accessTokens: createAccessTokenStore(db),
    resources: createResourceStore(db),
    members: createMemberStore(db),
    graph: createMembershipGraph(db),
    queries: createResourceQueries(db),
    uniqueValues: createUniqueValues(db),
    consolePages: createConsolePages(db),
    userLists: createUserLists(db),
    userSearch: createUserSearch(db),
    memberPages: createMemberPages(db),
    memberTexts,
    changes: createChangeStore(db),
    settings: createSettingStore(db),
    reader,
    sqliteVersion: (): string => String(db.prepare('SELECT sqlite_version()').pluck().get()),
    /** Commits what is open, writes what was held back, closes the file. */
    async close(): Promise<void> {
      await reader.close()
      await memberTexts.close()
      commit.flush()
      try {
        await commit.write(tokens.writeUses)
      } finally {
        close()
      }
    }
  }
}
export type Stores = ReturnType<typeof openStores>
