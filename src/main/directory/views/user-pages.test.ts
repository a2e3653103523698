import { expect, test } from 'vitest'
import { USER_SCHEMA } from '../../../shared/scim'
import { openDirectory } from '../directory.fixture'
import { createUserPages } from './user-pages'

test('what a search finds comes in any order, also where the reading thread has to sort it', async () => {
  const { stores } = openDirectory()
  const total = 1_500
  stores.db.exec('BEGIN')
  for (let n = 0; n < total; n++)
    stores.resources.insert({
      id: `id-${n}`,
      type: 'User',
      schema: USER_SCHEMA,
      document: { userName: `u${n}`, displayName: `Seven ${(n * 7) % total}`, active: n % 3 !== 0 },
      at: n
    })
  stores.db.exec('COMMIT')
  const pages = createUserPages(stores)
  const order = { search: 'seven', state: 'all', offset: 0, limit: 2 } as const
  const ask = async (...[sort, isDescending]: ['modifiedAt' | 'state' | 'displayName', boolean]) => {
    for (;;) {
      const page = await pages.page({ ...order, sort, isDescending })
      if (!page.isSearching) return page
    }
  }
  const newest = await ask('modifiedAt', true)
  expect(newest.matched).toBe(total)
  expect(newest.rows.map(row => row.id)).toEqual(['id-1499', 'id-1498'])
  expect((await ask('state', true)).rows.map(row => row.isActive)).toEqual([false, false])
  expect((await ask('displayName', true)).rows.map(row => row.displayName)).toEqual([
    'Seven 999',
    'Seven 998'
  ])
})
