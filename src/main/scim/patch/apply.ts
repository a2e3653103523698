import type { ToleranceName } from '../../../shared/explain/tolerances'
import type { Compatibility, Json, JsonObject } from '../../../shared/scim'
import { mutability } from '../errors'
import { requireImmutable } from '../immutable'
import type { Attribute, ResourceModel } from '../model'
import { validateDocument } from '../validate'
import { applyForeign } from './apply-foreign'
import { applyToElements, applyToFilteredValue } from './apply-elements'
import { openElementList, type ElementList } from './element-list'
import { unionByTypeAndValue } from './elements'
import { copyJson, isObject, own } from './json'
import type { Operation, OperationPath, ResourceDocument } from './operation'
import { takeNotes } from '../reading'
import { nameOf } from './set-target'

/** Told when applying used a tolerance (T12: an element was created from its filter). */
export type NoteTolerance = (name: ToleranceName, detail: string) => void

/** The resource under work. Multi-valued attributes are open lists until all operations are through. */
export interface Draft {
  document: ResourceDocument
  isLenient: boolean
  note: NoteTolerance
  lists: Map<string, { path: OperationPath; list: ElementList }>
}

/**
 * RFC 7644 §3.5.2: operations apply in order, and all or none take effect: the result is a new document, the input is
 * untouched, and a ScimError means that nothing happened. The result is validated against the schema.
 */
export function applyPatch(
  model: ResourceModel,
  document: ResourceDocument,
  operations: Operation[],
  compatibility: Compatibility,
  note: NoteTolerance = () => {}
): ResourceDocument {
  const draft: Draft = {
    document: copyJson(document) as ResourceDocument,
    isLenient: compatibility === 'entra',
    note: sparingly(note, compatibility),
    lists: new Map()
  }
  for (const operation of operations) applyOperation(draft, operation)
  closeLists(draft)
  dropEmpty(draft.document, model)
  requireImmutable(model, document, draft.document)
  validateDocument(model, draft.document, isNew(document) ? null : document)
  return draft.document
}

/** Passes on each use once, and no more of one kind than people read. */
function sparingly(note: NoteTolerance, compatibility: Compatibility): NoteTolerance {
  const noted = takeNotes(compatibility)
  return (name, detail) => {
    const count = noted.uses.length
    noted.use(name, detail)
    if (noted.uses.length > count) note(name, detail)
  }
}

/** A resource that is being created starts from nothing. */
const isNew = (document: ResourceDocument) => Object.keys(document).length === 0

function applyOperation(draft: Draft, operation: Operation): void {
  const { path } = operation
  if (path.isForeign) return applyForeign(draft.document, operation)
  requireWritable(path)
  if (path.attribute.multiValued) return applyToElements(draft, listAt(draft, path), operation)
  if (path.element !== null)
    return applyToFilteredValue(draft, containerOf(draft.document, path.urn), operation, path.element)
  if (path.sub === null) return assign(containerOf(draft.document, path.urn), path.attribute, operation)
  assign(complexAt(containerOf(draft.document, path.urn), path.attribute), path.sub, operation)
}

/** RFC 7644 §3.5.2: read-only is not modified, whoever asks; the document never holds what is write-only. */
function requireWritable(path: OperationPath): void {
  if (isFixed(path.attribute) || (path.sub !== null && isFixed(path.sub)))
    throw mutability(`${nameOf(path)} is not kept in the resource; nobody can change it.`)
}

const isFixed = ({ mutability: kind }: Attribute) => kind === 'readOnly' || kind === 'writeOnly'

/** Sets or removes one attribute of an object that holds it. */
export function assign(container: JsonObject, attribute: Attribute, operation: Operation): void {
  if (operation.op === 'remove') {
    delete container[attribute.name]
    return
  }
  const present = own(container, attribute.name)
  container[attribute.name] = valueAfter(attribute, present, operation.op, operation.value)
}

function valueAfter(
  attribute: Attribute,
  present: Json | undefined,
  op: 'add' | 'replace',
  value: Json
): Json {
  if (attribute.multiValued && Array.isArray(value)) {
    return unionByTypeAndValue(attribute, op === 'add' && Array.isArray(present) ? present : [], value)
  }
  return isObject(present) && isObject(value) ? { ...present, ...value } : value
}

function containerOf(document: ResourceDocument, urn: string | null): JsonObject {
  return urn === null ? document : objectAt(document, urn)
}

const complexAt = (container: JsonObject, attribute: Attribute) => objectAt(container, attribute.name)

function objectAt(container: JsonObject, name: string): JsonObject {
  const present = own(container, name)
  if (isObject(present)) return present
  const created: JsonObject = {}
  container[name] = created
  return created
}

function listAt(draft: Draft, path: OperationPath): ElementList {
  const key = `${path.urn ?? ''} ${path.attribute.name}`
  const open = draft.lists.get(key)
  if (open !== undefined) return open.list
  const present = own(containerOf(draft.document, path.urn), path.attribute.name)
  const list = openElementList(path.attribute, Array.isArray(present) ? present : [])
  draft.lists.set(key, { path, list })
  return list
}

function closeLists(draft: Draft): void {
  for (const { path, list } of draft.lists.values()) {
    const container = containerOf(draft.document, path.urn)
    const values = list.values()
    if (values.length === 0) delete container[path.attribute.name]
    else container[path.attribute.name] = values
  }
}

/** RFC 7643 §2.5: a complex value without parts is none; an extension without attributes is not listed in `schemas` either. */
function dropEmpty(document: ResourceDocument, model: ResourceModel): void {
  for (const { id } of model.extensions) {
    const extension = own(document, id)
    if (isObject(extension)) dropEmptyObjects(extension)
  }
  dropEmptyObjects(document)
}

function dropEmptyObjects(container: JsonObject): void {
  for (const [name, value] of Object.entries(container)) {
    if (isObject(value) && Object.keys(value).length === 0) delete container[name]
  }
}
