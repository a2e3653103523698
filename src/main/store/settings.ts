import { DEFAULT_SETTINGS, Settings, type SettingName } from '../../shared/settings'
import type { Db } from './database'

/** Only what differs from nothing is stored; a setting that is not, or whose stored value no longer fits, has its default. */
export function createSettingStore(db: Db) {
  const all = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM settings')
  const any = db.prepare('SELECT 1 FROM settings LIMIT 1')
  const put = db.prepare<[string, string]>(`
    INSERT INTO settings (name, value) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`)

  return {
    get(): Settings {
      const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS }
      for (const { name, value } of all.iterate()) {
        if (!isSettingName(name)) continue
        const parsed = Settings.shape[name].safeParse(JSON.parse(value))
        if (parsed.success) settings[name] = parsed.data
      }
      return settings as Settings
    },

    isEmpty: (): boolean => any.get() === undefined,

    /** Within a write: the caller gives the transaction. */
    set(values: Partial<Settings>): void {
      for (const [name, value] of Object.entries(values)) {
        if (value !== undefined) put.run(name, JSON.stringify(value))
      }
    }
  }
}

const isSettingName = (name: string): name is SettingName => Object.hasOwn(Settings.shape, name)
