import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { USER_SCHEMA } from '../../shared/scim'
import { openStores } from './stores'

test('a resource that was written is there after closing and opening again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'usher-store-'))
  const first = openStores(folder)
  await first.commit.write(() =>
    first.resources.insert({
      id: 'a',
      type: 'User',
      schema: USER_SCHEMA,
      document: { userName: 'Ada' },
      at: 1
    })
  )
  await first.close()

  const second = openStores(folder)
  expect(second.resources.find('User', 'a')).toMatchObject({ name: 'Ada', version: 1 })
  await second.close()
})
