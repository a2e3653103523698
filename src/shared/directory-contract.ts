import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { Change } from './change'
import {
  COMPARED_PARTS,
  MEMBER_KINDS,
  type Comparison,
  type DirectoryCounts,
  type GroupDetail,
  type GroupGraph,
  type GroupRow,
  type MemberRow,
  type MembershipMoments,
  type MembershipPaths,
  type UserDetail,
  type UserPage
} from './directory-views'
import type { ExportStep } from './log-contract'

const Id = z.string().min(1).max(200)
const Limit = z.number().int().min(1).max(1000)
const Moment = z.number().int()
const Page = z.object({
  search: z.string().max(500).default(''),
  offset: z.number().int().min(0).default(0),
  limit: Limit.default(100)
})
const UserState = z.enum(['all', 'active', 'disabled'])
const isDescending = z.boolean().default(false)
const MembersOf = z.object({ id: Id, kind: z.enum(MEMBER_KINDS), asOf: Moment.nullable().default(null) })
const HistoryOf = z.object({
  id: Id,
  before: z.number().int().nullable().default(null),
  limit: Limit.default(100)
})

export const DIRECTORY_FORMATS = ['csv', 'json', 'ldif'] as const
export type DirectoryFormat = (typeof DIRECTORY_FORMATS)[number]
const missing = { NOT_FOUND: { status: 404 } } as const
/** `REFUSED` carries the sentence that a client would have been answered with. */
const saveEnds = { NOT_WRITTEN: { status: 409 } } as const
const editEnds = { ...missing, REFUSED: { status: 409 } } as const

/** What an edit at the console did; its request number is that of the console's own row in the log. */
export interface Edited {
  hasChange: boolean
  exchangeId: number
}

export const usersContract = {
  page: oc
    .input(
      Page.extend({
        state: UserState.default('all'),
        sort: z.enum(['displayName', 'userName', 'state', 'groupCount', 'modifiedAt']).default('displayName'),
        isDescending
      })
    )
    .output(type<UserPage & { counts: DirectoryCounts }>()),
  get: oc
    .input(z.object({ id: Id }))
    .errors(missing)
    .output(type<UserDetail>()),
  /** Newest first. */
  history: oc.input(HistoryOf).output(type<Change[]>()),
  setActive: oc
    .input(z.object({ id: Id, isActive: z.boolean() }))
    .errors(editEnds)
    .output(type<Edited>()),
  remove: oc
    .input(z.object({ id: Id }))
    .errors(editEnds)
    .output(type<Edited>()),
  /** Everybody, or those whom a search and a state leave, as a file; saved as `log.export` saves. */
  export: oc
    .input(z.object({ format: z.enum(DIRECTORY_FORMATS), search: z.string().max(500), state: UserState }))
    .errors(saveEnds)
    .output(eventIterator(type<ExportStep>()))
}

export const groupsContract = {
  page: oc
    .input(
      Page.extend({
        sort: z.enum(['displayName', 'directCount', 'modifiedAt']).default('displayName'),
        isDescending
      })
    )
    .output(type<{ rows: GroupRow[]; matched: number; counts: DirectoryCounts }>()),
  get: oc
    .input(z.object({ id: Id }))
    .errors(missing)
    .output(type<GroupDetail>()),
  /** `total` is without the search. */
  members: oc
    .input(Page.extend(MembersOf.shape))
    .errors(missing)
    .output(type<{ rows: MemberRow[]; matched: number; total: number }>()),
  /** When the membership changed, for the "as of" slider. */
  moments: oc
    .input(MembersOf.pick({ id: true, kind: true }))
    .errors(missing)
    .output(type<MembershipMoments>()),
  /** Two groups, or one at two moments, as three lists of which one is shown. */
  compare: oc
    .input(
      Page.extend({
        kind: z.enum(MEMBER_KINDS),
        left: MembersOf.pick({ id: true, asOf: true }),
        right: MembersOf.pick({ id: true, asOf: true }),
        part: z.enum(COMPARED_PARTS)
      })
    )
    .errors(missing)
    .output(type<Comparison>()),
  graph: oc
    .input(z.object({ id: Id }))
    .errors(missing)
    .output(type<GroupGraph>()),
  /** Every way from the group to a member. */
  paths: oc
    .input(z.object({ id: Id, memberId: Id }))
    .errors(missing)
    .output(type<MembershipPaths>()),
  /** Newest first. */
  history: oc.input(HistoryOf).output(type<Change[]>()),
  addMember: oc
    .input(z.object({ id: Id, memberId: Id }))
    .errors(editEnds)
    .output(type<Edited>()),
  removeMember: oc
    .input(z.object({ id: Id, memberId: Id }))
    .errors(editEnds)
    .output(type<Edited>()),
  /** All groups, or those that a search leaves, as a file. */
  export: oc
    .input(z.object({ format: z.enum(DIRECTORY_FORMATS), search: z.string().max(500) }))
    .errors(saveEnds)
    .output(eventIterator(type<ExportStep>())),
  /** Members as CSV with the columns `membership` (direct or effective) and `via`. */
  exportMembers: oc
    .input(MembersOf.extend({ search: z.string().max(500) }))
    .errors({ ...missing, ...saveEnds })
    .output(eventIterator(type<ExportStep>()))
}
