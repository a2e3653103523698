import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '../../shared/scim'
import { builtInRegistry } from '../scim/registry'
import { openStores } from '../store/stores'
import { createDirectory } from './create-directory'
import type { ListQuery, RequestContext } from './types'

export const ALL = { attributes: null, excludedAttributes: null }
export const UNCONDITIONAL = { ...ALL, ifMatch: null }

/** A directory in a folder of its own, whose clock stands still until it is moved and whose ids count up. */
export function openDirectory() {
  const folder = mkdtempSync(join(tmpdir(), 'usher-directory-'))
  const stores = openStores(folder)
  const clock = { at: Date.UTC(2026, 0, 1), now: () => clock.at }
  let count = 0
  const parts = { stores, registry: builtInRegistry, clock, newId: () => `id-${++count}` }
  const directory = createDirectory(parts)
  const context: RequestContext = {
    exchangeId: 1,
    actor: { kind: 'you' },
    compatibility: 'entra',
    baseUrl: 'https://scim.test/scim/v2'
  }

  return {
    folder,
    stores,
    clock,
    directory,
    context,
    user: (userName: string, more: JsonObject = {}) =>
      directory.create(context, 'User', { userName, ...more }, ALL),
    group: (displayName: string, memberIds: string[] = []) =>
      directory.create(context, 'Group', { displayName, members: memberIds.map(value => ({ value })) }, ALL),
    patch: (type: string, id: string, ...Operations: JsonObject[]) =>
      directory.patch(context, type, id, { Operations }, UNCONDITIONAL),
    list: (types: string[], query: Partial<ListQuery> = {}) =>
      directory.list(context, types, { ...EVERYTHING, ...query }),
    find: (type: string, id: string) => directory.read(context, type, id, ALL)
  }
}

const EVERYTHING: ListQuery = {
  ...ALL,
  filter: null,
  sortBy: null,
  sortOrder: 'ascending',
  startIndex: 1,
  count: null
}
