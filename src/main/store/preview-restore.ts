import { join } from 'node:path'
import type { RestorePreview, TypePreview } from '../../shared/backup'
import { backupFile, listBackups, UnfitBackup, verifyBackup } from './backups'
import { DATABASE_FILE } from './database'
import { createSettingStore } from './settings'
import { openReadOnly, type Db } from './sqlite'

const NAMES_SHOWN = 5
/** Written by the engine or by the screens as people go along; nobody misses their old values. */
const IN_PASSING = /^(setup\.|log\.(filter|columns))/

/**
 * What a restore would change: the backup held against the directory as committed now. Reads both whole, so it belongs on another
 * thread.
 *
 * @throws UnfitBackup
 */
export function previewRestore(dataFolder: string, name: string, now: number): RestorePreview {
  const file = backupFile(dataFolder, name)
  const finding = verifyBackup(file)
  if (finding !== null) throw new UnfitBackup(`The backup ${name} cannot be restored: ${finding}.`)

  const db = openReadOnly(join(dataFolder, DATABASE_FILE))
  const then = openReadOnly(file)
  try {
    db.prepare('ATTACH ? AS was').run(file)
    return {
      name,
      at: listBackups(dataFolder).find(one => one.name === name)?.at ?? 0,
      types: typesOf(db).map(type => previewType(db, type)),
      tokens: previewTokens(db, now),
      ...previewSettings(db, then)
    }
  } finally {
    then.close()
    db.close()
  }
}

/** Users and groups always, others where there are any. */
function typesOf(db: Db): string[] {
  const others = db
    .prepare<[], string>(
      `SELECT type FROM main.resource_counts WHERE total > 0 UNION SELECT type FROM was.resource_counts WHERE total > 0`
    )
    .pluck()
    .all()
  return [...new Set(['User', 'Group', ...others])]
}

function previewType(db: Db, type: string): TypePreview {
  const total = (schema: 'main' | 'was') =>
    db
      .prepare<[string], number>(`SELECT total FROM ${schema}.resource_counts WHERE type = ?`)
      .pluck()
      .get(type) ?? 0
  const found = (from: string) => ({
    count: db.prepare<[string], number>(`SELECT count(*) FROM ${from}`).pluck().get(type) ?? 0,
    names: db.prepare<[string], string>(`SELECT one.name FROM ${from} LIMIT ${NAMES_SHOWN}`).pluck().all(type)
  })
  const onlyIn = (one: 'main' | 'was', other: 'main' | 'was') =>
    `${one}.resources one
      WHERE one.type = ? AND NOT EXISTS (SELECT 1 FROM ${other}.resources o WHERE o.id = one.id)`
  return {
    type,
    now: total('main'),
    then: total('was'),
    back: found(onlyIn('was', 'main')),
    gone: found(onlyIn('main', 'was')),
    changed: found(
      `main.resources one JOIN was.resources o ON o.id = one.id
        WHERE one.type = ? AND (o.version <> one.version OR o.modified_at <> one.modified_at)`
    )
  }
}

function previewTokens(db: Db, now: number): RestorePreview['tokens'] {
  const working = (schema: 'main' | 'was') =>
    new Map(
      db
        .prepare<[number, number], { id: string; name: string }>(
          `SELECT id, name FROM ${schema}.tokens
            WHERE (expires_at IS NULL OR expires_at > ?) AND (revoked_at IS NULL OR revoked_at > ?)
            ORDER BY name`
        )
        .all(now, now)
        .map(({ id, name }) => [id, name])
    )
  const [present, past] = [working('main'), working('was')]
  const missing = (from: Map<string, string>, other: Map<string, string>) =>
    [...from].filter(([id]) => !other.has(id)).map(([, name]) => name)
  return {
    now: present.size,
    then: past.size,
    worksAgain: missing(past, present),
    endsNow: missing(present, past)
  }
}

function previewSettings(db: Db, backup: Db): Pick<RestorePreview, 'settings' | 'port'> {
  const [now, then] = [createSettingStore(db).get(), createSettingStore(backup).get()]
  const names = (Object.keys(now) as (keyof typeof now)[]).filter(
    name => !IN_PASSING.test(name) && JSON.stringify(now[name]) !== JSON.stringify(then[name])
  )
  const ports = { now: now['server.port'], then: then['server.port'] }
  return { settings: names, port: ports.now === ports.then ? null : ports }
}
