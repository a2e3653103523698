import type { Settings } from '../../shared/settings'
import type { RetentionLimits } from '../journal/retention'
import type { Stores } from '../store/stores'

/**
 * The settings in memory, because every request reads them; written through.
 *
 * @param first what a directory without any begins with
 */
export function createSettings(
  stores: Pick<Stores, 'settings' | 'commit' | 'db'>,
  first: Partial<Settings> | undefined
) {
  if (first && stores.settings.isEmpty()) stores.db.transaction(() => stores.settings.set(first))()
  let current = stores.settings.get()

  return {
    get: (): Settings => current,
    /** Resolves with all settings once the change is on disk. */
    async set(values: Partial<Settings>): Promise<Settings> {
      await stores.commit.write(() => stores.settings.set(values))
      current = stores.settings.get()
      return current
    }
  }
}

export const retentionOf = (settings: Settings): RetentionLimits => ({
  maxCount: settings['log.maxCount'],
  maxDays: settings['log.maxDays'],
  maxMegabytes: settings['log.maxMegabytes']
})
