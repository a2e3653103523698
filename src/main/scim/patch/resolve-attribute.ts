import { invalidFilter, invalidPath } from '../errors'
import type { Filter, WrittenFilter } from '../filter/ast'
import type { WrittenTarget } from '../filter/path'
import { resolveElementFilter } from '../filter/resolve'
import type { Attribute, ResourceModel, Schema } from '../model'
import { findAttribute, findUnprefixed } from '../registry'
import { shorten } from './json'
import type { OperationPath } from './operation'
import { noteCase } from './read-value'
import type { NotedReading } from '../reading'

/** What a written path or key points at. */
export type Target =
  | { kind: 'attribute'; path: OperationPath }
  /** The URN of the core schema: the resource itself. */
  | { kind: 'resource' }
  /** The URN of an extension of this resource type, with everything in it. */
  | { kind: 'extension'; schema: Schema }
  /** A URN that no schema here knows, with everything in it. */
  | { kind: 'foreign'; urn: string }
  | { kind: 'unknown'; name: string }

/** The attribute that a parsed path names, with its filter resolved against the schema; `text` is the path as written. */
export function resolveAttribute(
  model: ResourceModel,
  written: WrittenTarget,
  text: string,
  reading: NotedReading
): Target {
  const found = findAttribute(model, written) ?? findWithoutUrn(model, written, text, reading)
  if (found === null) return { kind: 'unknown', name: text }
  noteCase(written.name, found.attribute.name, reading)
  if (found.sub !== null && written.sub !== null) noteCase(written.sub, found.sub.name, reading)
  const element =
    written.filter === null ? null : readElementFilter(written.filter, found.attribute, text, reading)
  return { kind: 'attribute', path: { ...found, element } }
}

/** T18. `manager` and `department` without the extension's URN: Microsoft's examples, entra-initial-cycle.jsonl. */
function findWithoutUrn(model: ResourceModel, written: WrittenTarget, text: string, reading: NotedReading) {
  const found = reading.isLenient ? findUnprefixed(model, written) : null
  if (found !== null) reading.use('unprefixed-extension-attribute', text)
  return found
}

function readElementFilter(
  filter: WrittenFilter,
  attribute: Attribute,
  text: string,
  reading: NotedReading
): Filter {
  if (attribute.type !== 'complex' && !attribute.multiValued)
    throw invalidPath(`${shorten(text)}: ${attribute.name} has one value, nothing to filter.`)
  if (attribute.returned === 'never')
    throw invalidFilter(`${attribute.name} is never returned, so it cannot be filtered on.`)
  return resolveElementFilter(filter, attribute, reading)
}
