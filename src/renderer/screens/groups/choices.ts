import { client } from '../../bridge'
import { words } from '../../i18n'
import type { Choice } from './ResourcePicker'

const SHOWN = 8

const groupHint = words.groups.detail.nestedGroup

export async function findGroups(search: string): Promise<Choice[]> {
  const { rows } = await client.groups.page({ search, limit: SHOWN })
  return rows.map(({ id, displayName }) => ({ type: 'Group', id, name: displayName, hint: groupHint }))
}

/** Users first, then groups. */
export async function findAnybody(search: string): Promise<Choice[]> {
  const [{ rows }, groups] = await Promise.all([
    client.users.page({ search, limit: SHOWN }),
    findGroups(search)
  ])
  const users = rows.map(({ id, displayName, userName }) => ({
    type: 'User',
    id,
    name: displayName,
    hint: userName
  }))
  return [...users, ...groups]
}

/** Members of a group, through nesting too. */
export const findMembersOf =
  (groupId: string) =>
  async (search: string): Promise<Choice[]> => {
    const { rows } = await client.groups.members({ id: groupId, kind: 'effective', search, limit: SHOWN })
    return rows.map(({ member, userName }) => ({ ...member, hint: userName ?? groupHint }))
  }
