import type { Db } from './database'

/**
 * `last-id`: the highest number ever given. `cleared-to`: a clearing that can still be undone or is not finished; 0 for none.
 * `identity`: which journal this is.
 */
export type MarkName = 'last-id' | 'cleared-to' | 'identity'

export function createMarkStore(db: Db) {
  const read = db.prepare<[string], number>('SELECT value FROM marks WHERE name = ?').pluck()
  const write = db.prepare<[string, number]>('INSERT OR REPLACE INTO marks (name, value) VALUES (?, ?)')

  return {
    read: (name: MarkName): number => read.get(name) ?? 0,
    write: (name: MarkName, value: number): void => void write.run(name, value)
  }
}
