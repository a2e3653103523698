import type { ToleranceUse } from '../../../shared/exchange'
import type { Compatibility, Json } from '../../../shared/scim'
import { invalidValue, noTarget } from '../errors'
import type { ResourceModel } from '../model'
import { requirePlainJson } from './json'
import type { MemberOperation, Operation } from './operation'
import { collect, type Collected } from './collect'
import { readOperations, type RawOperation } from './read-operations'
import { takeNotes } from '../reading'
import { removeTarget } from './remove-target'
import { setAttributes, setTarget } from './set-target'
import { readPath } from './target'

export interface NormalisedPatch {
  operations: Operation[]
  /** What happens to the members of a group, in order. Member rows never enter the document. */
  members: MemberOperation[]
  /** A password was sent. It is never kept, only the fact. */
  passwordSet: boolean
  tolerances: ToleranceUse[]
}

/**
 * Turns any client's dialect of a PATCH body (RFC 7644 §3.5.2) into canonical operations, and names the tolerances used.
 * Pure; the body is untouched. Throws ScimError 400 for anything it cannot read: a shape is never guessed into removing.
 */
export function normalisePatch(
  model: ResourceModel,
  body: Json,
  compatibility: Compatibility
): NormalisedPatch {
  requirePlainJson(body)
  const out = collect(model, takeNotes(compatibility), 'patch')
  for (const operation of readOperations(body, out.reading)) normaliseOperation(out, operation)
  const { operations, members, passwordSet, reading } = out
  return { operations, members, passwordSet, tolerances: reading.uses }
}

function normaliseOperation(out: Collected, { op, path, value, where }: RawOperation): void {
  if (op === 'remove') {
    if (path === null) throw noTarget(`${where}: a remove names what to remove in "path".`)
    removeTarget(out, readPath(out.model, path, undefined, out.reading), value)
    return
  }
  if (value === undefined) throw invalidValue(`${where}: ${op} needs a "value".`)
  if (path === null) return setAttributes(out, op, value, where)
  const target = readPath(out.model, path, value, out.reading)
  // RFC 7643 §2.5: an extension replaced by null has no value any more.
  const isNoMore = (target.kind === 'extension' || target.kind === 'foreign') && value === null
  if (isNoMore && op === 'replace') removeTarget(out, target, undefined)
  else setTarget(out, op, target, value, path)
}
