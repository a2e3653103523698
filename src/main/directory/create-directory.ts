import { setImmediate } from 'node:timers/promises'
import type { Json } from '../../shared/scim'
import type { Clock } from '../platform/clock'
import type { Registry } from '../scim/model'
import { normalisePatch, type NormalisedPatch } from '../scim/patch/normalise'
import { readResource, type ReadBody } from '../scim/read-resource'
import type { Stores } from '../store/stores'
import { createResource, readNew } from './create-resource'
import { createCursors } from './cursor'
import { deleteResource } from './delete-resource'
import { findResource } from './find-resource'
import { foreseeMembers, type KnownMembers, type ReadAhead } from './known-members'
import { listResources } from './list-resources'
import type { Parts } from './parts'
import { patchResource } from './patch-resource'
import { readUpdate } from './read-update'
import { replaceResource } from './replace-resource'
import type { Directory, Writing, Written } from './types'

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
  const { write, start, settled } = stores.commit

  async function read<T>(work: () => T | Promise<T>): Promise<T> {
    const result = await work()
    await settled()
    return result
  }

  const works = {
    create: (
      ahead: ReadAhead<ReadBody>,
      ...[context, type, body, projection]: Parameters<Writing['create']>
    ) => createResource(parts, context, type, body, projection, ahead),
    replace: (
      ahead: ReadAhead<ReadBody>,
      ...[context, type, id, body, options]: Parameters<Writing['replace']>
    ) => replaceResource(parts, context, type, id, body, options, ahead),
    patch: (
      ahead: ReadAhead<NormalisedPatch>,
      ...[context, type, id, body, options]: Parameters<Writing['patch']>
    ) => patchResource(parts, context, type, id, body, options, ahead),
    remove: (...[context, type, id, options]: Parameters<Writing['remove']>) =>
      deleteResource(parts, context, type, id, options)
  }

  async function writeTogether<T>(bodies: Json[], work: (now: Writing) => Promise<T>): Promise<T> {
    const known = await foreseeMembers(stores, bodies)
    const onDisk: Promise<void>[] = []
    function now(write: () => Written): Written {
      const started = start(write)
      onDisk.push(started.onDisk)
      // Awaited below, where its failure is the answer; until then it must not count as one that nobody cared for.
      started.onDisk.catch(() => undefined)
      return started.result
    }
    const result = await work({
      create: (...of) => now(() => works.create({ known, read: null }, ...of)),
      replace: (...of) => now(() => works.replace({ known, read: null }, ...of)),
      patch: (...of) => now(() => works.patch({ known, read: null }, ...of)),
      remove: (...of) => now(() => works.remove(...of))
    })
    await Promise.all(onDisk)
    return result
  }

  return {
    writeTogether,
    async create(...of) {
      const foreseen = foreseeMembers(stores, [of[2]])
      const ahead = foreseen
        ? await readAhead(foreseen, () => readNew(parts, of[0], of[1], of[2]))
        : NOTHING_AHEAD
      return write(() => works.create(ahead, ...of))
    },
    read: (context, type, id, projection) => read(() => findResource(parts, context, type, id, projection)),
    list: (context, types, query) => read(() => listResources(parts, cursors, context, types, query)),
    async replace(...of) {
      const foreseen = foreseeMembers(stores, [of[3]])
      const ahead = foreseen
        ? await readAhead(foreseen, () => readUpdate(parts, readResource, ...of))
        : NOTHING_AHEAD
      return write(() => works.replace(ahead, ...of))
    },
    async patch(...of) {
      const foreseen = foreseeMembers(stores, [of[3]])
      const ahead = foreseen
        ? await readAhead(foreseen, () => readUpdate(parts, normalisePatch, ...of))
        : NOTHING_AHEAD
      return write(() => works.patch(ahead, ...of))
    },
    remove: (...of) => write(() => works.remove(...of))
  }
}

const NOTHING_AHEAD = { known: null, read: null }

/** Reading a long body takes a while, and needs no write. */
async function readAhead<Body>(
  foreseen: Promise<KnownMembers>,
  readBody: () => Body
): Promise<ReadAhead<Body>> {
  const known = await foreseen
  const read = readBody()
  await setImmediate()
  return { known, read }
}
