import type { Sql, SqlValue } from '../queries'

export const sql = (text: string, ...values: SqlValue[]): Sql => ({ text, values })

export const TRUE = sql('1')
export const FALSE = sql('0')

export const joined = (parts: Sql[], word: 'AND' | 'OR'): Sql =>
  parts.length === 1
    ? parts[0]!
    : {
        text: `(${parts.map(part => part.text).join(` ${word} `)})`,
        values: parts.flatMap(part => part.values)
      }

/** A comparison with a missing value is NULL in SQL and false in SCIM; under `not` the difference shows. */
export const negated = ({ text, values }: Sql): Sql => ({ text: `NOT coalesce((${text}), 0)`, values })

/** A JSON path of names. Schema names cannot hold a quote (the registry refuses them), so this cannot be broken out of. */
export const jsonPath = (...names: (string | null)[]): string =>
  `'$${names
    .filter(name => name !== null)
    .map(name => `."${name.replaceAll("'", "''").replaceAll('"', '')}"`)
    .join('')}'`
