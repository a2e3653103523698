import { expect, test } from 'vitest'
import { openDirectory } from './directory.fixture'
import { CURSOR_TTL_MS } from './cursor'

async function twelve() {
  const opened = openDirectory()
  for (let n = 12; n > 0; n--) {
    await opened.user(
      `user-${String(n).padStart(2, '0')}`,
      n % 3 === 0 ? {} : { title: n % 3 === 1 ? 'B' : 'a' }
    )
  }
  return opened
}
const names = ({ resources }: { resources: { userName?: unknown }[] }) =>
  resources.map(({ userName }) => userName)

test.each([
  ['the first page', { startIndex: 1, count: 5 }, 5],
  ['the last page', { startIndex: 11, count: 5 }, 2],
  ['a page in the later half', { startIndex: 8, count: 3 }, 3],
  ['a page beyond the end', { startIndex: 100, count: 5 }, 0],
  ['no resources, only their number', { startIndex: 1, count: 0 }, 0],
  ['a negative count, read as none', { startIndex: 1, count: -3 }, 0],
  ['a start before the first', { startIndex: -7, count: 5 }, 5]
])('%s is answered with the number of all hits', async (_, query, returned) => {
  const { list } = await twelve()
  const page = await list(['User'], query)
  expect(page).toMatchObject({
    totalResults: 12,
    itemsPerPage: returned,
    startIndex: Math.max(query.startIndex, 1)
  })
  expect(await list(['User'], { ...query, filter: 'userName sw "USER"' })).toMatchObject({
    totalResults: 12,
    itemsPerPage: returned
  })
})

test('every page of every size is the same piece of the whole', async () => {
  const { list } = await twelve()
  const whole = names(await list(['User']))
  for (let count = 1; count < 14; count++) {
    for (let startIndex = 1; startIndex < 14; startIndex++) {
      const piece = whole.slice(startIndex - 1, startIndex - 1 + count)
      expect(names(await list(['User'], { startIndex, count }))).toEqual(piece)
    }
  }
})

test('pages are stable while others are added', async () => {
  const { list, user } = await twelve()
  const first = names(await list(['User'], { startIndex: 1, count: 6 }))
  await user('aaa')
  expect(names(await list(['User'], { startIndex: 1, count: 6 }))).toEqual(first)
})

test.each(['ascending', 'descending'] as const)(
  '%s order is without case, missing values on the far side',
  async sortOrder => {
    const { list } = await twelve()
    const titles = (await list(['User'], { sortBy: 'title', sortOrder })).resources.map(
      ({ title }) => title ?? null
    )
    const up = [...Array(4).fill('a'), ...Array(4).fill('B'), ...Array(4).fill(null)]
    expect(titles).toEqual(sortOrder === 'ascending' ? up : up.reverse())
  }
)

test.each([
  [null, 'ascending'],
  ['title', 'ascending'],
  ['title', 'descending'],
  ['userName', 'descending'],
  ['meta.created', 'ascending']
] as const)(
  'cursors by %s %s pass everybody once, in the order of one large page',
  async (sortBy, sortOrder) => {
    const { list } = await twelve()
    const query = { sortBy, sortOrder, startIndex: null }
    const whole = names(await list(['User'], { ...query, startIndex: 1 }))
    const passed: unknown[] = []
    let cursor: string | undefined = ''
    while (cursor !== undefined) {
      const page = await list(['User'], { ...query, cursor, count: 5 })
      expect(page).toMatchObject({ totalResults: 12 })
      expect(page.startIndex).toBeUndefined()
      passed.push(...names(page))
      cursor = page.nextCursor
    }
    expect(passed).toEqual(whole)
  }
)

test('a cursor of another query, a made-up one and an old one are refused', async () => {
  const { list, clock } = await twelve()
  const { nextCursor } = await list(['User'], { cursor: '', count: 5, startIndex: null })
  const invalid = { status: 400, scimType: 'invalidCursor' }
  await expect(list(['User'], { cursor: nextCursor, filter: 'userName pr' })).rejects.toMatchObject(invalid)
  await expect(list(['User'], { cursor: 'made-up' })).rejects.toMatchObject(invalid)
  clock.at += CURSOR_TTL_MS
  await expect(list(['User'], { cursor: nextCursor })).rejects.toMatchObject({ scimType: 'expiredCursor' })
})

test('a query at the root finds users and groups; an attribute that a type lacks has no value there', async () => {
  const { list, group } = await twelve()
  await group('Team')
  expect((await list(['User', 'Group'], {})).totalResults).toBe(13)
  expect((await list(['User', 'Group'], { filter: 'userName eq "user-01"' })).totalResults).toBe(1)
  expect((await list(['User', 'Group'], { filter: 'not (userName sw "user")' })).totalResults).toBe(1)
  await expect(list(['User', 'Group'], { filter: 'nonsense eq "x"' })).rejects.toMatchObject({
    scimType: 'invalidFilter'
  })
})

test.each([
  [
    'a probe of Test Connection',
    'userName eq "7d3a1c52-0b1e-4b5e-8f0a-6c1d2e3f4a01"',
    { kind: 'tested-connection' }
  ],
  [
    'a look-up that finds',
    'userName eq "USER-01"',
    { kind: 'looked-up', attribute: 'userName', found: { id: 'id-12' } }
  ],
  [
    'a look-up that does not',
    'emails[type eq "work"].value eq "x"',
    { kind: 'looked-up', attribute: 'emails', found: null }
  ],
  ['a manager check', 'id eq "id-1" and manager eq "id-2"', { kind: 'checked-manager', isManager: false }],
  ['any other filter', 'title eq "a"', { kind: 'searched', count: 4 }]
])('%s is told as what it is', async (_, filter, story) => {
  const { list } = await twelve()
  expect((await list(['User'], { filter })).story).toMatchObject(story)
})

test('a member check names both and tells the answer', async () => {
  const { list, user, group } = openDirectory()
  const anna = await user('anna')
  const team = await group('Team', [anna.id])
  const { story } = await list(['Group'], {
    filter: `id eq "${team.id}" and members eq "${anna.id}"`,
    attributes: ['id']
  })
  expect(story).toMatchObject({
    kind: 'checked-member',
    group: { name: 'Team' },
    member: { name: 'anna' },
    isMember: true
  })
})
