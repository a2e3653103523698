import { GROUP_SCHEMA, USER_SCHEMA, type JsonObject, type Named } from '../../shared/scim'
import { etagOf } from '../scim/etag'
import type { ResourceModel } from '../scim/model'
import { project, wants, type Projection } from '../scim/project'
import { renderResource } from '../scim/render'
import type { Membership } from '../store/groups-around'
import type { MemberEntry } from '../store/members'
import type { StoredResource } from '../store/resources'
import type { Stores } from '../store/stores'

/** Members are read in runs of this many. */
export const MEMBERS_RUN = 2000

/**
 * A stored resource as it is answered: with what the server computes (groups, the manager's name, members), as far as the
 * projection wants it. Members that are not wanted are not read.
 *
 * @param known what need not be read: a group's members when somebody has read them already, the groups of who is new
 */
export function answer(
  stores: Stores,
  model: ResourceModel,
  stored: StoredResource,
  baseUrl: string,
  projection: Projection,
  known: { members?: MemberEntry[]; groups?: Membership[] } = {}
): JsonObject {
  const groups =
    model.core.id === USER_SCHEMA &&
    wants(projection, 'groups') &&
    (known.groups ?? stores.members.groupsOf(stored.ref))
  const members =
    model.core.id === GROUP_SCHEMA &&
    wants(projection, 'members') &&
    (known.members ?? membersOf(stores, stored))
  const rendered = renderResource(model, stored, {
    baseUrl,
    ...(groups && { groups }),
    ...(members && { members }),
    ...(stored.managerId !== null && { managerName: stores.resources.findDisplayName(stored.managerId) })
  })
  return project(model, rendered, projection)
}

export const named = ({ type, id, name }: Named): Named => ({ type, id, name })

export const etag = (stored: StoredResource): string => etagOf(stored.version)

function membersOf({ members }: Stores, { ref }: StoredResource): MemberEntry[] {
  const listed: MemberEntry[] = []
  for (let after = 0; ;) {
    const run = members.page(ref, after, MEMBERS_RUN)
    for (const member of run) listed.push(member)
    if (run.length < MEMBERS_RUN) return listed
    after = run.at(-1)!.ref
  }
}
