import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GROUP_SCHEMA, USER_SCHEMA } from '../../shared/scim'
import { renderMembers } from '../scim/render'
import { ALL, UNCONDITIONAL, openDirectory } from './directory.fixture'

const SIZE = 7
/** Edges among groups 0-4 and users 5-6, cycles and self-membership included. */
const edges = fc.array(fc.tuple(fc.nat(4), fc.nat(SIZE - 1)), { maxLength: 14 })

test('who belongs to a group is the same asked from below and from above', () => {
  const { stores } = openDirectory()
  const { resources, members, graph, memberPages, db } = stores
  fc.assert(
    fc.property(edges, given => {
      db.exec('BEGIN')
      try {
        const refs = Array.from({ length: SIZE }, (_, n) => {
          const isGroup = n < 5
          const schema = isGroup ? GROUP_SCHEMA : USER_SCHEMA
          return resources.insert({
            id: `${n}`,
            type: isGroup ? 'Group' : 'User',
            schema,
            document: {},
            at: 0
          }).ref
        })
        for (const [group, member] of given)
          members.add(refs[group]!, [refs[member]!], { at: 0, exchangeId: null })

        const ofAll = members.groupsOfAll(refs)
        for (const member of refs) {
          expect(ofAll.get(member) ?? []).toEqual(members.groupsOf(member))
          // From below: SQL's own recursion. From above: a walk through the groups, then one look at their members.
          const above = members.groupsOf(member).map(({ ref }) => ref)
          const having = refs.slice(0, 5).filter(group => {
            const groups = graph.nestedIn(group, null)
            return memberPages.memberships(member, null).some(({ groupRef }) => groups.has(groupRef))
          })
          expect(new Set(above)).toEqual(new Set(having))
        }
      } finally {
        db.exec('ROLLBACK')
      }
    }),
    { numRuns: 300 }
  )
})

test('adding and removing a member touches its row alone, however large the group', () => {
  const plans = openDirectory().stores.members.plans()
  const onMembers = plans.filter(plan => / members\b/.test(plan))
  expect(onMembers.length).toBeGreaterThan(0)
  for (const plan of onMembers)
    expect(plan).toContain('SEARCH members USING PRIMARY KEY (group_ref=? AND member_ref=?)')
  expect(plans.filter(plan => /SCAN (members|r)\b/.test(plan))).toEqual([])
})

test('a patched group is answered without its members, so they are not read', async () => {
  const { user, group, patch, directory, context } = openDirectory()
  const anna = await user('anna')
  const { id } = await group('Team')
  const operation = { op: 'add', path: 'members', value: [{ value: anna.id }] }
  expect((await patch('Group', id, operation)).resource).not.toHaveProperty('members')
  const asked = { attributes: ['members'], excludedAttributes: null, ifMatch: null }
  const { resource } = await directory.patch(context, 'Group', id, { Operations: [operation] }, asked)
  expect(resource?.members).toMatchObject([{ value: anna.id }])
})

test('a large group is read in slices, and what is answered is one version of it', async () => {
  const { stores, group, patch, find } = openDirectory()
  const { resources, members, commit } = stores
  const { id } = await group('Everybody')
  await commit.write(() => {
    const crowd = Array.from({ length: 12_000 }, (_, n) => {
      const document = { userName: `user-${n}` }
      return resources.insert({ id: `crowd-${n}`, type: 'User', schema: USER_SCHEMA, document, at: 0 }).ref
    })
    const everybody = resources.findById(id)!
    resources.renew(everybody, members.add(everybody.ref, crowd, { at: 0, exchangeId: null }).length, 0)
  })
  const reading = find('Group', id)
  const writing = patch('Group', id, { op: 'remove', path: 'members[value eq "crowd-7"]' })
  const [{ memberTexts, etag }] = await Promise.all([reading, writing])
  const listed = parsed(memberTexts) as { value: string }[]
  expect([
    ['W/"2"', 12_000],
    ['W/"3"', 11_999]
  ]).toContainEqual([etag, new Set(listed.map(({ value }) => value)).size])
})

test('a POST and a PUT of thousands of members mean what short ones mean, also when others write while they are read', async () => {
  const { stores, user, group, directory, context } = openDirectory()
  const { resources, members, commit } = stores
  const ids = Array.from({ length: 2_500 }, (_, n) => `crowd-${n}`)
  await commit.write(() => {
    for (const id of ids)
      resources.insert({ id, type: 'User', schema: USER_SCHEMA, document: { userName: id }, at: 0 })
  })
  const listed = (id: string) => members.page(resources.refOf(id)!, 0, 5_000).map(member => member.id)

  const [created] = await Promise.all([group('Everybody', ids), user('between')])
  expect(listed(created.id)).toEqual(ids)

  const fewer = ids.slice(0, 1_500)
  const replacement = { displayName: 'Fewer', members: fewer.map(value => ({ value })) }
  const replace = (ifMatch: string | null) =>
    directory.replace(context, 'Group', created.id, replacement, { ...UNCONDITIONAL, ifMatch })
  await Promise.all([replace(null), directory.remove(context, 'User', 'crowd-2000', { ifMatch: null })])
  expect(listed(created.id)).toEqual(fewer)
  await expect(replace(created.etag)).rejects.toMatchObject({ status: 412 })
  await expect(group('Strangers', [...ids, 'nobody'])).rejects.toMatchObject({ status: 400 })
})

test('what SQLite writes of members is what we would have written, whatever they are called and whichever parts are asked for', async () => {
  const { stores, directory, context, group, patch } = openDirectory()
  const names = [
    'plain',
    'with "quotes" and \\',
    'tab\tand\nline',
    'Zoë 👩‍👩‍👧',
    '\u0001 control',
    '</script>',
    'null\0byte'
  ]
  const { id } = await group('Everybody')
  const inner = await group('Inner "group"')
  const { resources, members, commit } = stores
  await commit.write(() => {
    const crowd = Array.from({ length: 2_500 }, (_, n) => {
      const document = { userName: `user-${n}`, displayName: names[n % names.length]! }
      return resources.insert({ id: `crowd-${n}`, type: 'User', schema: USER_SCHEMA, document, at: 0 }).ref
    })
    const everybody = resources.findById(id)!
    resources.renew(everybody, members.add(everybody.ref, crowd, { at: 0, exchangeId: null }).length, 0)
  })
  await patch('Group', id, { op: 'add', path: 'members', value: [{ value: inner.id }] })
  const { ref } = resources.findById(id)!
  const written = renderMembers(members.page(ref, 0, 5_000), context.baseUrl)

  const whole = await directory.read(context, 'Group', id, ALL)
  expect(parsed(whole.memberTexts)).toEqual(written)
  const some = await directory.read(context, 'Group', id, {
    attributes: ['members.value', 'members.display'],
    excludedAttributes: null
  })
  expect(parsed(some.memberTexts)).toEqual(written.map(({ value, display }) => ({ value, display })))
})

const parsed = (texts: Buffer[] = []): unknown => JSON.parse(`[${texts.join(',')}]`)
