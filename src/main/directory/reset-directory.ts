import type { Parts } from './parts'
import { deleteResource } from './delete-resource'

/** Deleted in one transaction; between two of them requests are answered. */
const SLICE = 50

/**
 * Deletes everybody and every group, by the same rule as a DELETE: what was there stays in the history, every userName is free
 * again. Groups go first, so that people leave with them and not one by one.
 *
 * @param exchangeId the row in the log that says who did it
 */
export async function resetDirectory(parts: Parts, exchangeId: number): Promise<void> {
  const { stores, registry } = parts
  const context = { exchangeId, actor: { kind: 'you' }, compatibility: 'entra', baseUrl: '' } as const
  const types = registry.models.map(({ type }) => type.name)
  for (const type of types.toSorted((a, b) => Number(b === 'Group') - Number(a === 'Group'))) {
    for (
      let ids = stores.resources.someIds(type, SLICE);
      ids.length > 0;
      ids = stores.resources.someIds(type, SLICE)
    ) {
      await stores.commit.write(() => {
        for (const id of ids) deleteResource(parts, context, type, id, { ifMatch: null })
      })
    }
  }
}
