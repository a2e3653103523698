import { setImmediate } from 'node:timers/promises'
import { LIST_RESPONSE } from '../../../shared/scim'
import { fold } from '../../scim/fold'
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

/** A piece of the file, and how many resources are in it with all before it. */
interface Piece {
  text: string
  written: number
}

/** How one format writes its file. A resource may come in several parts, between which requests are answered. */
interface Form {
  begin: string
  separator: string
  one(resource: StoredResource): string | Promise<string>
  end(count: number): string
}

/** Resources and members of one slice: a few milliseconds of work. */
const SLICE = 100
const MEMBERS_SLICE = 2_000

/**
 * Writes users, groups and members as files, in pieces between which requests are answered. Each resource is written as it is
 * when its turn comes.
 */
export function createExports(parts: ViewParts, views: Views) {
  const { stores, registry } = parts

  async function* allOf(type: string): AsyncGenerator<number[]> {
    for (let after = 0; ;) {
      const refs = stores.resources.refsOf(type, after, SLICE)
      yield refs
      if (refs.length < SLICE) return
      after = refs.at(-1)!
    }
  }

  async function* written(
    slices: AsyncIterable<number[]> | Iterable<number[]>,
    form: Form
  ): AsyncGenerator<Piece> {
    let count = 0
    yield { text: form.begin, written: count }
    for await (const slice of slices) {
      let text = ''
      for (const ref of slice) {
        const resource = stores.resources.findByRef(ref)
        if (!resource) continue
        text += (count === 0 ? '' : form.separator) + (await form.one(resource))
        count++
      }
      yield { text, written: count }
      await setImmediate()
    }
    yield { text: form.end(count), written: count }
  }

  /** RFC 7644 §3.4.2. The counts come last: only then are they known. */
  function jsonForm(type: 'User' | 'Group', baseUrl: string): Form {
    const model = requireModel(registry, type)
    const projection = parseProjection([model], { attributes: null, excludedAttributes: null })
    return {
      begin: `{"schemas":["${LIST_RESPONSE}"],"Resources":[\n`,
      separator: ',\n',
      one: resource => JSON.stringify(answer(stores, model, resource, baseUrl, projection)),
      end: count => `\n],"totalResults":${count},"startIndex":1,"itemsPerPage":${count}}\n`
    }
  }

  const lines = (begin: string, one: Form['one']): Form => ({ begin, separator: '', one, end: () => '' })

  function userForm(format: ExportFormat, baseUrl: string): Form {
    if (format === 'json') return jsonForm('User', baseUrl)
    return format === 'csv' ? lines(usersCsvHeader(), userCsv) : lines(LDIF_VERSION + LDIF_BASE, userAsLdif)
  }

  function groupForm(format: ExportFormat, baseUrl: string): Form {
    if (format === 'json') return jsonForm('Group', baseUrl)
    if (format === 'ldif') return lines(LDIF_VERSION + LDIF_BASE, groupAsLdif)
    return lines(groupsCsvHeader(), async group =>
      groupCsv(group, await views.groups.effectiveCount(group.ref, group.memberCount))
    )
  }

  function userAsLdif({ id, document, managerId }: StoredResource): string {
    const managerName =
      managerId === null ? null : stores.resources.find('User', managerId)?.document.userName
    return userLdif(id, document, typeof managerName === 'string' ? userDn(managerName) : null)
  }

  /** Two groups may have one name where duplicates are allowed. */
  function dnOfGroup(id: string, name: string): string {
    const twin = name === '' ? null : stores.resources.displayNameHolder('Group', fold(name), id)
    return groupDn(name || id, twin && id)
  }

  async function groupAsLdif({ ref, id, document }: StoredResource): Promise<string> {
    const dns: string[] = []
    for (let after = 0; ;) {
      const run = stores.members.page(ref, after, MEMBERS_SLICE)
      for (const member of stores.memberPages.rows(run.map(one => one.ref))) {
        dns.push(
          member.type === 'User' ? userDn(member.userName ?? member.id) : dnOfGroup(member.id, member.name)
        )
      }
      if (run.length < MEMBERS_SLICE) break
      after = run.at(-1)!.ref
      await setImmediate()
    }
    const name = String(document.displayName ?? '')
    return groupLdif(id, name, dnOfGroup(id, name), dns)
  }

  return {
    /** @param baseUrl everything before `/Users`, for the `location`s in JSON */
    async *users(
      format: ExportFormat,
      { search, state }: { search: string; state: UserState },
      baseUrl: string
    ): AsyncGenerator<Piece> {
      const isEverybody = search === '' && state === 'all'
      const refs = isEverybody ? allOf('User') : inSlices(await views.users.refs(search, state))
      yield* written(refs, userForm(format, baseUrl))
    },

    async *groups(
      format: ExportFormat,
      { search }: { search: string },
      baseUrl: string
    ): AsyncGenerator<Piece> {
      const refs = search === '' ? allOf('Group') : inSlices(stores.consolePages.groupRefs(search))
      yield* written(refs, groupForm(format, baseUrl))
    },

    /** As CSV. Of a group that is not here: nobody. */
    async *members(input: MembersOf & { search: string }): AsyncGenerator<Piece> {
      yield { text: membersCsvHeader(), written: 0 }
      for (let offset = 0; ;) {
        const page = await views.groups.members({ ...input, offset, limit: SLICE })
        if (!page || page.rows.length === 0) return
        offset += page.rows.length
        yield { text: page.rows.map(memberCsv).join(''), written: offset }
        await setImmediate()
      }
    }
  }
}
export type Exports = ReturnType<typeof createExports>

function* inSlices(refs: number[]): Generator<number[]> {
  for (let at = 0; at < refs.length; at += SLICE) yield refs.slice(at, at + SLICE)
}
