import { GROUP_SCHEMA, type JsonObject } from '../../../shared/scim'
import { asObject } from '../mapping'
import { type Check, hold, holdEqual, holdError, holdStatus, type Session } from './check'

const PATCH = 'RFC 7644 §3.5.2'

/** Two users, a group of the first; the operations; then exactly these of the two are members. */
const membership = (
  id: string,
  title: string,
  rule: string,
  operations: (first: string, second: string) => JsonObject[],
  after: ('first' | 'second')[]
): Check => ({
  id: `groups.members.${id}`,
  title,
  rule,
  needs: 'patch',
  async run({ user, group, patch, memberIds }: Session) {
    const ids = { first: (await user()).id, second: (await user()).id }
    const { id: groupId } = await group([ids.first])
    holdStatus(await patch(`/Groups/${groupId}`, ...operations(ids.first, ids.second)), 200, 204)
    const members = await memberIds(groupId)
    holdEqual(members.toSorted(), after.map(which => ids[which]).toSorted(), 'the members')
  }
})

const removeWhere = (id: string): JsonObject => ({ op: 'remove', path: `members[value eq "${id}"]` })

export const groupChecks: Check[] = [
  {
    id: 'groups.create',
    title: 'POST answers 201 with id',
    rule: 'RFC 7644 §3.3',
    async run({ group }) {
      const { schemas, displayName } = await group()
      hold(
        Array.isArray(schemas) && schemas.includes(GROUP_SCHEMA) && typeof displayName === 'string',
        'it is not whole'
      )
    }
  },
  {
    id: 'groups.create-with-members',
    title: 'Members sent at creation are members',
    rule: 'RFC 7644 §3.3',
    async run({ user, group, memberIds }) {
      const { id } = await user()
      holdEqual(await memberIds((await group([id])).id), [id], 'the members')
    }
  },
  {
    id: 'groups.legacy-schema',
    title: "Entra's legacy group schema is accepted",
    rule: "Microsoft's documentation (T28)",
    async run({ group }) {
      await group([], {
        schemas: [GROUP_SCHEMA, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group']
      })
    }
  },
  {
    id: 'groups.duplicate',
    title: 'A displayName that is taken is 409',
    rule: "Microsoft's validator, test 15",
    async run({ group, send }) {
      const { displayName } = await group()
      holdError(
        await send('POST', '/Groups', { schemas: [GROUP_SCHEMA], displayName: displayName! }),
        409,
        'uniqueness'
      )
    }
  },
  {
    id: 'groups.required',
    title: 'A group without displayName is refused',
    rule: 'RFC 7643 §4.2',
    run: async ({ send }) => holdStatus(await send('POST', '/Groups', { schemas: [GROUP_SCHEMA] }), 400)
  },
  {
    id: 'groups.excluded-members-by-id',
    title: 'excludedAttributes=members leaves members out, by id',
    rule: 'Entra reads groups so (T26)',
    async run({ user, group, read }) {
      const { id } = await group([(await user()).id])
      hold(
        (await read(`/Groups/${id}?excludedAttributes=members`)).body.members === undefined,
        'members came'
      )
    }
  },
  {
    id: 'groups.excluded-members-by-filter',
    title: 'excludedAttributes=members leaves members out, by filter',
    rule: 'Entra matches groups so (T26)',
    async run({ user, group, find }) {
      const { displayName } = await group([(await user()).id])
      const [found] = await find(
        '/Groups',
        `displayName eq "${String(displayName)}"`,
        '&excludedAttributes=members'
      )
      hold(found !== undefined && found.members === undefined, 'members came, or the group was not found')
    }
  },
  {
    id: 'groups.filter-case',
    title: 'displayName compares without case',
    rule: "Microsoft's validator, test 20 (T35)",
    async run({ group, find }) {
      const { displayName } = await group()
      hold(
        (await find('/Groups', `displayName eq "${String(displayName).toUpperCase()}"`)).length === 1,
        'it was not found'
      )
    }
  },
  {
    id: 'groups.filter-external-id',
    title: 'externalId finds a group',
    rule: 'Older Entra mappings match groups so',
    async run({ group, find, uniqueName }) {
      const externalId = uniqueName()
      const { id } = await group([], { externalId })
      holdEqual((await find('/Groups', `externalId eq "${externalId}"`))[0]?.id, id, 'the id')
    }
  },
  {
    id: 'groups.is-member',
    title: 'id and members answers whether somebody is a member',
    rule: 'Entra checks references so (T27)',
    async run({ user, group, find }) {
      const [inside, outside] = [(await user()).id, (await user()).id]
      const { id } = await group([inside])
      hold(
        (await find('/Groups', `id eq "${id}" and members eq "${inside}"`, '&attributes=id')).length === 1,
        'a member is not seen'
      )
      hold(
        (await find('/Groups', `id eq "${id}" and members eq "${outside}"`, '&attributes=id')).length === 0,
        'a stranger is seen'
      )
    }
  },
  membership(
    'add',
    'Add adds',
    PATCH,
    (_, second) => [{ op: 'Add', path: 'members', value: [{ $ref: null, value: second }] }],
    ['first', 'second']
  ),
  membership(
    'add-present',
    'Adding a member who is there has no effect',
    'Entra repeats requests (T25)',
    first => [{ op: 'Add', path: 'members', value: [{ value: first }] }],
    ['first']
  ),
  membership(
    'remove-by-value',
    'Remove with a value array removes only those listed',
    'Entra, flag off (T22): customers lost whole groups',
    (first, second) => [
      { op: 'Add', path: 'members', value: [{ value: second }] },
      { op: 'Remove', path: 'members', value: [{ value: first }] }
    ],
    ['second']
  ),
  membership(
    'remove-by-filter',
    'remove with a value filter removes that one',
    'Entra, flag on (T23)',
    (first, second) => [{ op: 'add', path: 'members', value: [{ value: second }] }, removeWhere(first)],
    ['second']
  ),
  membership(
    'remove-absent',
    'Removing somebody who is no member has no effect',
    'Entra repeats requests',
    (_, second) => [{ op: 'Remove', path: 'members', value: [{ value: second }] }],
    ['first']
  ),
  membership(
    'remove-absent-filter',
    'A filter that matches nobody has no effect',
    'Entra, flag on (T23)',
    (_, second) => [removeWhere(second)],
    ['first']
  ),
  membership(
    'remove-all',
    'remove without value empties the group',
    `${PATCH}.2`,
    () => [{ op: 'remove', path: 'members' }],
    []
  ),
  membership(
    'replace',
    'replace leaves exactly these',
    "Microsoft's validator, test 23",
    (_, second) => [{ op: 'replace', path: 'members', value: [{ value: second }] }],
    ['second']
  ),
  membership(
    'replace-empty',
    'replace with an empty array empties the group',
    'Okta Group Push',
    () => [{ op: 'replace', path: 'members', value: [] }],
    []
  ),
  membership(
    'in-order',
    'Adding and removing in one PATCH happens in order',
    "Microsoft's validator, preview test",
    (_, second) => [{ op: 'add', path: 'members', value: [{ value: second }] }, removeWhere(second)],
    ['first']
  ),
  membership(
    'several-removals',
    'Two filtered removals in one PATCH',
    'Entra, flag on',
    (first, second) => [
      { op: 'add', path: 'members', value: [{ value: second }] },
      removeWhere(first),
      removeWhere(second)
    ],
    []
  ),
  membership(
    'okta-name',
    'The name repeated with its id leaves members alone',
    'Okta Group Push',
    () => [{ op: 'replace', value: { displayName: `Pushed ${crypto.randomUUID()}` } }],
    ['first']
  ),
  {
    id: 'groups.rename',
    title: 'A rename is found under the new name, members stay',
    rule: "Microsoft's validator, test 22",
    needs: 'patch',
    async run({ user, group, patch, find, memberIds, uniqueName }) {
      const member = (await user()).id
      const { id } = await group([member])
      const name = `Renamed ${uniqueName()}`
      holdStatus(await patch(`/Groups/${id}`, { op: 'Replace', path: 'displayName', value: name }), 200, 204)
      holdEqual((await find('/Groups', `displayName eq "${name}"`))[0]?.id, id, 'the id')
      holdEqual(await memberIds(id), [member], 'the members')
    }
  },
  {
    id: 'groups.many-members',
    title: 'A thousand members in one PATCH are taken',
    rule: 'Entra sends many values at once (T40)',
    needs: 'patch',
    async run({ user, group, patch, memberIds }) {
      const ids: string[] = []
      for (let number = 0; number < 20; number++) ids.push((await user()).id)
      const { id } = await group()
      const value = Array.from({ length: 1000 }, (_, index) => ({ value: ids[index % ids.length]! }))
      holdStatus(await patch(`/Groups/${id}`, { op: 'Add', path: 'members', value }), 200, 204)
      hold((await memberIds(id)).length === ids.length, 'repeated members were counted twice')
    }
  },
  {
    id: 'groups.put',
    title: 'PUT replaces the whole membership',
    rule: 'RFC 7644 §3.5.1; Okta custom integrations',
    async run({ user, group, send, memberIds }) {
      const [first, second] = [(await user()).id, (await user()).id]
      const { id, displayName } = await group([first])
      const body = { schemas: [GROUP_SCHEMA], displayName: displayName!, members: [{ value: second }] }
      holdStatus(await send('PUT', `/Groups/${id}`, body), 200)
      holdEqual(await memberIds(id), [second], 'the members')
    }
  },
  {
    id: 'groups.nested',
    title: 'A group can be a member of a group',
    rule: 'RFC 7643 §4.2',
    async run({ group, memberIds }) {
      const inner = (await group()).id
      holdEqual(await memberIds((await group([inner])).id), [inner], 'the members')
    }
  },
  {
    id: 'groups.user-groups',
    title: "A user's groups are computed",
    rule: 'RFC 7643 §4.1.2',
    async run({ user, group, read }) {
      const { id } = await user()
      const made = await group([id])
      const groups = (await read(`/Users/${id}`)).body.groups
      const values = (Array.isArray(groups) ? groups : []).map(each => asObject(each).value)
      hold(values.includes(made.id), `groups is ${JSON.stringify(groups)}`)
    }
  },
  {
    id: 'groups.cascade',
    title: 'Deleting a user ends its memberships',
    rule: 'Entra expects no dangling members',
    async run({ user, group, send, memberIds }) {
      const [leaving, staying] = [(await user()).id, (await user()).id]
      const { id } = await group([leaving, staying])
      await send('DELETE', `/Users/${leaving}`)
      holdEqual(await memberIds(id), [staying], 'the members')
    }
  },
  {
    id: 'groups.delete',
    title: 'DELETE is 204, then 404; the members stay',
    rule: 'RFC 7644 §3.6',
    async run({ user, group, send, read }) {
      const { id: userId } = await user()
      const { id } = await group([userId])
      holdStatus(await send('DELETE', `/Groups/${id}`), 204)
      holdStatus(await read(`/Groups/${id}`), 404)
      holdStatus(await read(`/Users/${userId}`), 200)
    }
  },
  {
    id: 'groups.delete-unknown',
    title: 'DELETE of an unknown group is 404',
    rule: "Microsoft's validator, preview test",
    run: async ({ send }) => holdStatus(await send('DELETE', '/Groups/nobody-has-this-id'), 404)
  }
]
