import { setImmediate } from 'node:timers/promises'
import { LIST_RESPONSE, type JsonObject } from '../../../shared/scim'
import { parseProjection } from '../../scim/project'
import type { StoredResource } from '../../store/resources'
import type { UserState } from '../../store/user-lists'
import { answer } from '../answer'
import { requireModel } from '../parts'
import type { ViewParts, Views } from '../views'
import type { MembersOf } from '../views/members'
import {
  groupCsv,
  groupsCsvHeader,
  memberCsv,
  membersCsvHeader,
  userCsv,
  usersCsvHeader
} from './directory-csv'
import { LDIF_VERSION } from './ldif'
import { groupDn, groupLdif, LDIF_BASE, userDn, userLdif } from './user-ldif'

export type ExportFormat = 'csv' | 'json' | 'ldif'

/** Resources and members of one slice: a few milliseconds of work. */
const SLICE = 100
const MEMBERS_SLICE = 2_000

/**
 * Writes users, groups and members as files, in pieces between which requests are answered. Each resource is written as it is
 * when its turn comes.
 *
 * @param baseUrl everything before `/Users`, for the `location`s in JSON
 */
export function createExports(parts: ViewParts, views: Views) {
  const { stores, registry } = parts

  async function* resources(
    refs: Iterable<number> | AsyncIterable<number[]>
  ): AsyncGenerator<StoredResource[]> {
    for await (const slice of Symbol.asyncIterator in refs ? refs : slices(refs)) {
      const found = slice.flatMap(ref => stores.resources.findByRef(ref) ?? [])
      if (found.length > 0) yield found
      await setImmediate()
    }
  }

  const chosen = async (type: 'User' | 'Group', search: string, state: UserState) => {
    if (type === 'Group') return search === '' ? allOf('Group') : stores.consolePages.groupRefs(search)
    return search === '' && state === 'all' ? allOf('User') : views.users.refs(search, state)
  }

  async function* allOf(type: string): AsyncGenerator<number[]> {
    for (let after = 0; ;) {
      const refs = stores.resources.refsOf(type, after, SLICE)
      yield refs
      if (refs.length < SLICE) return
      after = refs.at(-1)!
    }
  }

  async function* asJson(type: 'User' | 'Group', found: AsyncIterable<StoredResource[]>, baseUrl: string) {
    const model = requireModel(registry, type)
    const projection = parseProjection([model], { attributes: null, excludedAttributes: null })
    let count = 0
    yield `{"schemas":["${LIST_RESPONSE}"],"Resources":[`
    for await (const slice of found) {
      let piece = ''
      for (const one of slice) {
        const rendered: JsonObject = answer(stores, model, one, baseUrl, projection)
        piece += `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(rendered)}`
        if (one.memberCount > MEMBERS_SLICE) await setImmediate()
      }
      yield piece
    }
    yield `\n],"totalResults":${count},"startIndex":1,"itemsPerPage":${count}}\n`
  }

  async function* usersAs(format: ExportFormat, found: AsyncIterable<StoredResource[]>, baseUrl: string) {
    if (format === 'json') return yield* asJson('User', found, baseUrl)
    yield format === 'csv' ? usersCsvHeader() : LDIF_VERSION + LDIF_BASE
    for await (const slice of found) {
      yield slice.map(user => (format === 'csv' ? userCsv(user) : asLdif(user))).join('')
    }
  }

  function asLdif({ id, document, managerId }: StoredResource): string {
    const manager = managerId === null ? null : stores.resources.find('User', managerId)
    const managerName = manager?.document.userName
    return userLdif(id, document, typeof managerName === 'string' ? userDn(managerName) : null)
  }

  async function* groupsAs(format: ExportFormat, found: AsyncIterable<StoredResource[]>, baseUrl: string) {
    if (format === 'json') return yield* asJson('Group', found, baseUrl)
    yield format === 'csv' ? groupsCsvHeader() : LDIF_VERSION + LDIF_BASE
    for await (const slice of found) {
      for (const group of slice) {
        yield format === 'csv'
          ? groupCsv(group, await views.groups.effectiveCount(group.ref, group.memberCount))
          : groupLdif(group.id, String(group.document.displayName ?? ''), await memberDns(group.ref))
      }
    }
  }

  async function memberDns(group: number): Promise<string[]> {
    const dns: string[] = []
    for (let after = 0; ;) {
      const run = stores.members.page(group, after, MEMBERS_SLICE)
      const userNames = stores.memberPages.rows(run.map(({ ref }) => ref))
      for (const { type, userName, name, id } of userNames) {
        dns.push(type === 'User' ? userDn(userName ?? id) : groupDn(name || id))
      }
      if (run.length < MEMBERS_SLICE) return dns
      after = run.at(-1)!.ref
      await setImmediate()
    }
  }

  return {
    async *users(format: ExportFormat, only: { search: string; state: UserState }, baseUrl: string) {
      yield* usersAs(format, resources(await chosen('User', only.search, only.state)), baseUrl)
    },

    async *groups(format: ExportFormat, only: { search: string }, baseUrl: string) {
      yield* groupsAs(format, resources(await chosen('Group', only.search, 'all')), baseUrl)
    },

    /** Null when there is no such group and never was. */
    async members(input: MembersOf & { search: string }): Promise<AsyncGenerator<string> | null> {
      const first = await views.groups.members({ ...input, offset: 0, limit: SLICE })
      return first && memberPieces(input, first.rows)
    }
  }

  async function* memberPieces(
    input: MembersOf & { search: string },
    first: Parameters<typeof memberCsv>[0][]
  ) {
    yield membersCsvHeader()
    for (let rows = first, offset = 0; rows.length > 0;) {
      yield rows.map(memberCsv).join('')
      offset += rows.length
      await setImmediate()
      rows = (await views.groups.members({ ...input, offset, limit: SLICE }))?.rows ?? []
    }
  }
}
export type Exports = ReturnType<typeof createExports>

function* slices(refs: Iterable<number>): Generator<number[]> {
  let slice: number[] = []
  for (const ref of refs) {
    slice.push(ref)
    if (slice.length < SLICE) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}
