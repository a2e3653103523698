import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { tenantUrlOf } from '../../shared/tenant-url'
import { createExports, type ExportFormat } from '../directory/exports'
import { createViews } from '../directory/views'
import { readCustomFiles } from '../platform/custom-files'
import { createRegistry } from '../scim/registry'
import { DATABASE_FILE } from '../store/database'
import { openStores } from '../store/stores'
import type { UserState } from '../store/user-lists'
import { createSettings } from './settings'

/** The data folder has no directory in it: none is made for an export. */
export class NothingToExport extends Error {
  override name = 'NothingToExport'
}

/** A file to write, and of whom. */
export interface WantedExport {
  /** Absolute. Its name says what is written and how. */
  file: string
  /** As in the console's lists; empty: everybody. */
  search: string
  /** Of users. */
  state: UserState
}

/** What a file's name says is to be written into it. */
interface Wanted {
  what: 'users' | 'groups'
  format: ExportFormat
}

/** @throws Error, with a sentence, for a name that says neither what nor how */
export function readExportName(file: string): Wanted {
  const [, what] = /^(users|groups)/i.exec(basename(file)) ?? []
  const format = (['csv', 'json', 'ldif'] as const).find(one => `.${one}` === extname(file).toLowerCase())
  if (!what || !format) {
    throw new Error(
      `--export is a file whose name begins with "users" or "groups" and ends in .csv, .json or .ldif, not "${basename(file)}".`
    )
  }
  return { what: what.toLowerCase() as Wanted['what'], format }
}

/**
 * Writes users or groups of a data folder into a file, without a server. A file of that name is replaced once all is written.
 *
 * @returns how many were written
 * @throws NothingToExport, or as opening the folder does: `failureOf` puts it in words
 */
export async function exportToFile(
  dataFolder: string,
  { file, search, state }: WantedExport
): Promise<number> {
  const { what, format } = readExportName(file)
  if (!existsSync(join(dataFolder, DATABASE_FILE))) {
    throw new NothingToExport(`There is no directory in ${dataFolder} to export.`)
  }

  const { registry } = createRegistry({
    schemas: readCustomFiles(join(dataFolder, 'schemas')),
    resourceTypes: readCustomFiles(join(dataFolder, 'resource-types'))
  })
  const stores = openStores(dataFolder)
  const unfinished = `${file}.part`
  try {
    const settings = createSettings(stores, undefined).get()
    const baseUrl = tenantUrlOf(
      settings['server.publicUrl'],
      settings['server.host'],
      settings['server.port']
    )
    const parts = { stores, registry }
    const exports = createExports(parts, createViews(parts))
    const pieces =
      what === 'users'
        ? exports.users(format, { search, state }, baseUrl)
        : exports.groups(format, { search }, baseUrl)
    let count = 0
    await pipeline(
      async function* () {
        for await (const { text, written } of pieces) {
          count = written
          yield text
        }
      },
      createWriteStream(unfinished, { mode: 0o600 })
    )
    await rename(unfinished, file)
    return count
  } finally {
    await rm(unfinished, { force: true })
    await stores.close()
  }
}
