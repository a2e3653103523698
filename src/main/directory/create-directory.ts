import type { Clock } from '../platform/clock'
import type { Registry } from '../scim/model'
import type { Stores } from '../store/stores'
import { createResource } from './create-resource'
import { createCursors } from './cursor'
import { deleteResource } from './delete-resource'
import { findResource } from './find-resource'
import { listResources } from './list-resources'
import type { Parts } from './parts'
import { patchResource } from './patch-resource'
import { replaceResource } from './replace-resource'
import type { Directory } from './types'

export interface DirectoryParts {
  stores: Stores
  registry: Registry
  clock: Clock
  newId(): string
}

/**
 * The use-cases over one store. Each does its work at once, in a savepoint of its own; what it resolves to is known to be on disk.
 * A read resolves only when everything that it may have seen is.
 */
export function createDirectory({ stores, registry, clock, newId }: DirectoryParts): Directory {
  const parts: Parts = { stores, registry, clock, newId }
  const cursors = createCursors()
  const { write, settled } = stores.commit

  async function read<T>(work: () => T | Promise<T>): Promise<T> {
    const result = await work()
    await settled()
    return result
  }

  return {
    create: (context, type, body, projection) =>
      write(() => createResource(parts, context, type, body, projection)),
    read: (context, type, id, projection) => read(() => findResource(parts, context, type, id, projection)),
    list: (context, types, query) => read(() => listResources(parts, cursors, context, types, query)),
    replace: (context, type, id, body, options) =>
      write(() => replaceResource(parts, context, type, id, body, options)),
    patch: (context, type, id, body, options) =>
      write(() => patchResource(parts, context, type, id, body, options)),
    remove: (context, type, id, options) => write(() => deleteResource(parts, context, type, id, options))
  }
}
