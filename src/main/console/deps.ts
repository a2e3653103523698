import type {
  DirectoryCounts,
  GroupDetail,
  GroupRow,
  MemberRow,
  ServerState,
  UserDetail,
  UserRow
} from '../../shared/contract'
import type { Change } from '../../shared/change'
import type { Settings } from '../../shared/settings'
import type { Tokens } from '../directory/tokens'
import type { Journal } from '../journal/types'
import type { Clock } from '../platform/clock'
import type { Events } from './events'

/** Opening and closing the SCIM listener; the http floor does it. */
export interface ServerSwitch {
  state(): ServerState
  start(address?: {
    port?: number
  }): Promise<{ kind: 'running' | 'stopped' | 'port-taken' | 'failed'; port: number; reason?: string }>
  stop(): Promise<ServerState>
  followSettings(changed: Partial<Settings>): Promise<void>
}

interface PageInput<Sort> {
  search: string
  offset: number
  limit: number
  sort: Sort
  isDescending: boolean
}

/** The directory as the console's lists and panes show it. `null`: there is no such resource, and never was. */
export interface DirectoryViews {
  counts(): DirectoryCounts
  users: {
    page(
      input: PageInput<'displayName' | 'userName' | 'state' | 'groupCount' | 'modifiedAt'> & {
        state: 'all' | 'active' | 'disabled'
      }
    ): { rows: UserRow[]; matched: number }
    get(id: string, baseUrl: string): UserDetail | null
  }
  groups: {
    page(input: PageInput<'displayName' | 'directCount' | 'modifiedAt'>): {
      rows: GroupRow[]
      matched: number
    }
    get(id: string, baseUrl: string): GroupDetail | null
    members(input: {
      id: string
      kind: 'direct' | 'effective'
      asOf: number | null
      search: string
      offset: number
      limit: number
    }): { rows: MemberRow[]; matched: number; total: number } | null
  }
  /** Newest first; of a deleted resource too. */
  history(id: string, before: number | null, limit: number): Change[]
  changesOf(exchangeId: number): Change[]
}

/** What the console's answers stand on. */
export interface ConsoleDeps {
  server: ServerSwitch
  journal: Journal
  tokens: Pick<Tokens, 'list' | 'find' | 'create' | 'revoke'>
  settings: { get(): Settings; set(values: Partial<Settings>): Promise<Settings> }
  views: DirectoryViews
  events: Events
  clock: Clock
}
