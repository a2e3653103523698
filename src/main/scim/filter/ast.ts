import type { AttributePath } from '../model'

export type CompareOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le'
export type CompareValue = string | number | boolean | null

/** A name as written: `urn:…:User:name.givenName` → urn, name, sub. */
export interface WrittenPath {
  urn: string | null
  name: string
  sub: string | null
}

/**
 * RFC 7644 §3.4.2.2. `Path` is `WrittenPath` as parsed and `AttributePath` once resolved against a schema.
 * `and`/`or` are flat lists of two or more terms. A value path (`emails[type eq "work"]`) is an `element`: one element must
 * satisfy the whole inner filter, whose paths are relative to it. Entra's `emails[type eq "work"].value eq "x"` is read as
 * `emails[type eq "work" and value eq "x"]`. A resolved filter has no `ne` and no null value: see README.md.
 */
export type Filter<Path = AttributePath> =
  | { kind: 'and' | 'or'; terms: Filter<Path>[] }
  | { kind: 'not'; term: Filter<Path> }
  | { kind: 'present'; path: Path }
  | { kind: 'compare'; path: Path; op: CompareOperator; value: CompareValue }
  | { kind: 'element'; path: Path; filter: Filter<Path> }

export type WrittenFilter = Filter<WrittenPath>
