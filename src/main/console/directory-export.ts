import type { MemberKind } from '../../shared/directory-views'
import type { DirectoryFormat } from '../../shared/directory-contract'
import type { ConsoleDeps } from './deps'
import { saveFile } from './save-file'

type UserState = 'all' | 'active' | 'disabled'
const ONE = { offset: 0, limit: 1, sort: 'displayName', isDescending: false } as const

/** Users as a file: all, or those whom a search and a state leave. */
export const exportUsers = (
  deps: ConsoleDeps,
  { format, ...only }: { format: DirectoryFormat; search: string; state: UserState },
  signal?: AbortSignal
) =>
  saveFile(
    deps,
    {
      name: 'users',
      format,
      count: async () => (await deps.views.users.page({ ...ONE, ...only })).matched,
      pieces: () => deps.exports.users(format, only, deps.server.state().tenantUrl)
    },
    signal
  )

/** Groups as a file: all, or those that a search leaves. */
export const exportGroups = (
  deps: ConsoleDeps,
  { format, ...only }: { format: DirectoryFormat; search: string },
  signal?: AbortSignal
) =>
  saveFile(
    deps,
    {
      name: 'groups',
      format,
      count: async () => (await deps.views.groups.page({ ...ONE, ...only })).matched,
      pieces: () => deps.exports.groups(format, only, deps.server.state().tenantUrl)
    },
    signal
  )

/** A group's members as CSV, now or as of a moment. */
export const exportMembers = (
  deps: ConsoleDeps,
  members: { id: string; kind: MemberKind; asOf: number | null; search: string },
  count: number,
  signal?: AbortSignal
) =>
  saveFile(
    deps,
    { name: 'members', format: 'csv', count: () => count, pieces: () => deps.exports.members(members) },
    signal
  )
