import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { BackupCheck, LastRestore } from '../../shared/backup'

const Counts = z.object({ users: z.number(), groups: z.number(), tokens: z.number() })
const Facts = z.object({
  checks: z.record(
    z.string(),
    z.object({
      /** Of the file that was looked into: another one of the same name has not been. */
      bytes: z.number(),
      at: z.number(),
      finding: z.string().nullable(),
      counts: Counts.nullable()
    })
  ),
  lastRestore: z.object({ at: z.number(), name: z.string(), keptAs: z.string().nullable() }).nullable()
})
type Facts = z.infer<typeof Facts>

const NONE: Facts = { checks: {}, lastRestore: null }
const FILE = 'backups.json'

/**
 * What is known of the backups beside the files themselves. Only ever a convenience: when it is lost or cannot be read, the backups
 * are there all the same and are looked into again.
 */
export function readFacts(folder: string): Facts {
  try {
    const parsed = Facts.safeParse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
    return parsed.success ? parsed.data : NONE
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return NONE
    throw error
  }
}

/** The finding of the file as it is now, or null. */
export function checkOf({ checks }: Facts, name: string, bytes: number): BackupCheck | null {
  const known = checks[name]
  if (!known || known.bytes !== bytes) return null
  return { at: known.at, finding: known.finding, counts: known.counts }
}

export function noteCheck(folder: string, name: string, check: BackupCheck): void {
  const { bytes } = { bytes: statSync(join(folder, name)).size }
  change(folder, facts => ({ ...facts, checks: { ...facts.checks, [name]: { bytes, ...check } } }))
}

export function noteRestore(folder: string, lastRestore: LastRestore): void {
  change(folder, facts => ({ ...facts, lastRestore }))
}

export function forgetCheck(folder: string, name: string): void {
  change(folder, ({ checks: { [name]: _gone, ...checks }, lastRestore }) => ({ checks, lastRestore }))
}

function change(folder: string, changed: (facts: Facts) => Facts): void {
  const file = join(folder, FILE)
  writeFileSync(`${file}.new`, JSON.stringify(changed(readFacts(folder)), null, 1))
  renameSync(`${file}.new`, file)
}
