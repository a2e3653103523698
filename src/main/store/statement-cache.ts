import type { Statement } from 'better-sqlite3'
import type { Db } from './database'
import type { SqlValue } from './queries'

/** Filters of one shape share one text, so clients' habits fill a handful of these. */
const KEPT = 200

/** Prepared statements by their text; the oldest goes first, and is prepared again should it still be wanted. */
export function createStatementCache(db: Db) {
  const kept = new Map<string, Statement<SqlValue[], unknown>>()

  return {
    get<Row>(text: string): Statement<SqlValue[], Row> {
      const known = kept.get(text)
      if (known) return known as Statement<SqlValue[], Row>
      const statement = db.prepare<SqlValue[], unknown>(text)
      kept.set(text, statement)
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
      return statement as Statement<SqlValue[], Row>
    }
  }
}
