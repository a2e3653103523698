import type { Db } from './database'
import { read, RESOURCE_COLUMNS, type StoredResource } from './resources'
import { createStatementCache } from './statement-cache'

export type SqlValue = string | number | null

/** A piece of SQL with the values of its `?`, in order. Never holds a client's text in `text`. */
export interface Sql {
  text: string
  values: SqlValue[]
}

export interface Order {
  /** An expression over `r`, the resource. */
  key: Sql
  isDescending: boolean
}

/** Where a page ended: the last row's sort key and ref. */
export interface Position {
  key: SqlValue
  ref: number
}

export interface PageQuery {
  /** A condition over `r`. */
  where: Sql
  /** null: in the order of creation. */
  order: Order | null
  /** Rows to pass over; with `after`, behind that position. */
  offset: number
  limit: number
  after: Position | null
  /** How many rows there are in all, when that is known: a late page is then reached from the end. */
  total?: number
}

export interface PagedRows {
  rows: StoredResource[]
  /** Of the last row; null when the page is empty. */
  end: Position | null
}

/** Pages of resources under a condition. Order is total (by `ref` in the end), so inserts never move a row between pages. */
export function createResourceQueries(db: Db) {
  const statements = createStatementCache(db)
  const scans = new Map<string, boolean>()

  function pageFromEnd({ where, offset, limit }: PageQuery, total: number): PagedRows {
    const count = Math.min(limit, total - offset)
    const text = `SELECT ${RESOURCE_COLUMNS} FROM resources r WHERE ${where.text} ORDER BY r.ref DESC LIMIT ? OFFSET ?`
    const found = statements
      .get<Omit<StoredResource, 'document'> & { document: string }>(text)
      .all(...where.values, count, total - offset - count)
    const rows = found.reverse().map(row => read<StoredResource>(row))
    const last = rows.at(-1)
    return { rows, end: last ? { key: null, ref: last.ref } : null }
  }

  return {
    page(query: PageQuery): PagedRows {
      const { where, order, offset, limit, after, total = 0 } = query
      if (!order && !after && offset > total / 2 && offset < total) return pageFromEnd(query, total)
      const condition = after ? behind(where, order, after) : where
      const key = order?.key ?? NO_KEY
      const text = `SELECT ${RESOURCE_COLUMNS}, ${key.text} AS sortKey FROM resources r WHERE ${condition.text}
        ORDER BY ${orderBy(order)} LIMIT ? OFFSET ?`
      const found = statements
        .get<Omit<StoredResource, 'document'> & { document: string; sortKey: SqlValue }>(text)
        .all(...key.values, ...condition.values, limit, offset)
      const last = found.at(-1)
      return {
        rows: found.map(row => read<StoredResource>(row)),
        end: last ? { key: last.sortKey, ref: last.ref } : null
      }
    },

    count: (where: Sql): number =>
      statements
        .get<{ count: number }>(`SELECT count(*) AS count FROM resources r WHERE ${where.text}`)
        .get(...where.values)?.count ?? 0,

    /** Whether every resource of a type is looked at to find or to sort these: long where there are many. */
    isScan({ where, order }: Pick<PageQuery, 'where' | 'order'>): boolean {
      const key = order?.key ?? NO_KEY
      const shape = order ? `${where.text} ${orderBy(order)} ${key.text}` : where.text
      const known = scans.get(shape)
      if (known !== undefined) return known
      const text = `EXPLAIN QUERY PLAN SELECT r.ref, ${key.text} AS sortKey FROM resources r WHERE ${where.text} ORDER BY ${orderBy(order)}`
      const plan = statements.get<{ detail: string }>(text).all(...key.values, ...where.values)
      const isScan = plan.some(({ detail }) => SCANS.test(detail))
      scans.set(shape, isScan)
      if (scans.size > PLANS_KEPT) scans.delete(scans.keys().next().value!)
      return isScan
    },

    /** The plan that SQLite makes of a condition, for tests: one line per step. */
    explain: (where: Sql): string[] =>
      db
        .prepare<SqlValue[], { detail: string }>(
          `EXPLAIN QUERY PLAN SELECT ${RESOURCE_COLUMNS}, NULL AS sortKey FROM resources r
            WHERE ${where.text} ORDER BY ${orderBy(null)} LIMIT ? OFFSET ?`
        )
        .all(...where.values, 100, 0)
        .map(({ detail }) => detail)
  }
}

const PLANS_KEPT = 200
const SCANS = /^SCAN r\b|^SEARCH r USING (COVERING )?INDEX \w+ \(type=\?\)$/

const NO_KEY: Sql = { text: 'NULL', values: [] }

// RFC 7644 §3.4.2.3: resources without a value come last when ascending and first when descending.
function orderBy(order: Order | null): string {
  if (!order) return 'r.ref'
  return order.isDescending
    ? 'sortKey IS NULL DESC, sortKey DESC, r.ref DESC'
    : 'sortKey IS NULL, sortKey, r.ref'
}

function behind(where: Sql, order: Order | null, { key, ref }: Position): Sql {
  if (!order) return { text: `(${where.text}) AND r.ref > ?`, values: [...where.values, ref] }

  const { text, values } = order.key
  if (order.isDescending) {
    const rest: Sql =
      key === null
        ? {
            text: `((${text}) IS NULL AND r.ref < ?) OR (${text}) IS NOT NULL`,
            values: [...values, ref, ...values]
          }
        : {
            text: `(${text}) < ? OR ((${text}) = ? AND r.ref < ?)`,
            values: [...values, key, ...values, key, ref]
          }
    return { text: `(${where.text}) AND (${rest.text})`, values: [...where.values, ...rest.values] }
  }
  const rest: Sql =
    key === null
      ? { text: `(${text}) IS NULL AND r.ref > ?`, values: [...values, ref] }
      : {
          text: `(${text}) > ? OR (${text}) IS NULL OR ((${text}) = ? AND r.ref > ?)`,
          values: [...values, key, ...values, ...values, key, ref]
        }
  return { text: `(${where.text}) AND (${rest.text})`, values: [...where.values, ...rest.values] }
}
