import Database from 'better-sqlite3'
import { ScimError } from '../scim/errors'

/** Whether SQLite raised this, with this code or one of its extended codes (`SQLITE_IOERR_WRITE` is a `SQLITE_IOERR`). */
export const isSqliteError = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Database.SqliteError &&
  codes.some(code => error.code === code || error.code.startsWith(`${code}_`))

/**
 * What a client is told when the disk, not the request, is at fault. Anything else comes back as it is.
 * 507 is RFC 4918's "insufficient storage"; Entra takes both for "try again later".
 */
export function asStorageTrouble(error: unknown): unknown {
  if (isSqliteError(error, 'SQLITE_FULL'))
    return new ScimError(
      507,
      null,
      'The disk that holds the directory is full. Nothing was changed; free some space.'
    )
  if (isSqliteError(error, 'SQLITE_READONLY', 'SQLITE_PERM', 'SQLITE_CANTOPEN'))
    return new ScimError(
      503,
      null,
      'The directory file cannot be written. Nothing was changed; check its permissions.'
    )
  if (isSqliteError(error, 'SQLITE_IOERR', 'SQLITE_BUSY', 'SQLITE_LOCKED'))
    return new ScimError(
      503,
      null,
      'The directory file did not accept the change. Nothing was changed; try again.'
    )
  if (isSqliteError(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB'))
    return new ScimError(503, null, 'The directory file is damaged. Nothing was changed; restore a backup.')
  return error
}
