import { createHash } from 'node:crypto'
import type { Named } from '../../shared/scim'
import type { AttributePath, ResourceModel } from '../scim/model'
import { uniquePaths } from '../scim/unique'
import type { Db } from './database'
import { filterToSql, jsonPath, joined, sql } from './filter-to-sql'
import type { Sql, SqlValue } from './queries'
import { createStatementCache } from './statement-cache'

/** What custom schemas call unique lies in the document only; an index over the expression makes it as quick as a column. */
export function createUniqueValues(db: Db) {
  const statements = createStatementCache(db)
  const indexes = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'unique_value_%'`)
    .pluck()

  return {
    /** Makes the indexes that these types need and drops those of schemas that are gone. Once, before requests come. */
    prepare(models: ResourceModel[]): void {
      const wanted = new Map(models.flatMap(uniquePaths).map(path => [indexName(path), expressionOf(path)]))
      for (const name of indexes.all()) if (!wanted.has(name)) db.exec(`DROP INDEX ${name}`)
      for (const [name, expression] of wanted) {
        db.exec(`CREATE INDEX IF NOT EXISTS ${name} ON resources (type, ${expression})
                  WHERE ${expression} IS NOT NULL`)
      }
    },

    /** Another resource of the type that has this value. */
    holder(
      model: ResourceModel,
      path: AttributePath,
      value: string | number,
      exceptId: string
    ): Named | null {
      const { text, values } = having(model, path, value, exceptId)
      return statements.get<Named>(text).get(...values) ?? null
    },

    /** How SQLite looks a value up, for tests: one line per step. */
    plan(model: ResourceModel, path: AttributePath): string[] {
      const { text, values } = having(model, path, '', '')
      const steps = db.prepare<SqlValue[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...values)
      return steps.map(({ detail }) => detail)
    }
  }
}

function having(model: ResourceModel, path: AttributePath, value: string | number, exceptId: string): Sql {
  const isEqual = filterToSql({ kind: 'compare', path, op: 'eq', value }, { models: [model], baseUrl: '' })
  const isOther = [sql('r.type = ?', model.type.name), sql('r.id <> ?', exceptId)]
  const { text, values } = joined([isEqual, ...isOther], 'AND')
  return sql(`SELECT r.type, r.id, r.name FROM resources r WHERE ${text} LIMIT 1`, ...values)
}

/** As `filterToSql` spells it: only then does SQLite see that the index serves the comparison. */
function expressionOf({ urn, attribute, sub }: AttributePath): string {
  const leaf = sub ?? attribute
  const value = `json_extract(document, ${jsonPath(urn, attribute.name, sub?.name ?? null)})`
  const isFolded = !leaf.caseExact && leaf.type !== 'integer' && leaf.type !== 'decimal'
  return isFolded ? `fold(${value})` : value
}

const indexName = (path: AttributePath): string =>
  `unique_value_${createHash('sha256').update(expressionOf(path)).digest('hex').slice(0, 16)}`
