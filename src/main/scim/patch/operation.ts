import type { Json, JsonObject } from '../../../shared/scim'
import type { Filter } from '../filter/ast'
import type { AttributePath } from '../model'

/**
 * One canonical operation, as normalise hands it to apply: lower-case `op`, a path resolved against the schema, a value of the
 * schema's types. A path-less operation has been split into one operation per attribute.
 */
export type Operation =
  { op: 'add' | 'replace'; path: OperationPath; value: Json } | { op: 'remove'; path: OperationPath }

export interface OperationPath extends AttributePath {
  /** `emails[type eq "work"]`: which elements; null when the path names the whole attribute. */
  element: Filter | null
  /**
   * The URN is one that no schema here knows: values are any JSON, kept as sent. `attribute` and `sub` then carry names only;
   * an empty attribute name stands for the whole URN.
   */
  isForeign?: true
}

/** What a PATCH does to the `members` of a group, in order. Member rows never enter the document. */
export type MemberOperation =
  | { op: 'add' | 'replace'; ids: string[] }
  | { op: 'remove'; ids: string[] }
  | { op: 'remove-all' }
  /** Any other filter on members, for example `members[display sw "A"]` or `members[type eq "Group"]`. */
  | { op: 'remove-where'; filter: Filter }

/** A resource without `id`, `meta`, `schemas` and computed attributes; a group's also without `members`. */
export type ResourceDocument = JsonObject
