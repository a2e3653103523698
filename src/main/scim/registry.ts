import type { WrittenPath } from './filter/ast'
import { printPath } from './filter/print'
import type { Attribute, AttributePath, Registry, ResourceModel, ResourceType, Schema } from './model'
import { readResourceTypes, readSchemas, type CustomFile } from './registry-read'
import { BUILT_IN_RESOURCE_TYPES, BUILT_IN_SCHEMAS } from './schemas'
import { COMMON_ATTRIBUTES } from './schemas/common'

export type { CustomFile } from './registry-read'

/**
 * The built-in schemas and resource types with those of the data folder. A broken file is left out and told as a
 * sentence that names file and field; everything else works.
 */
export function createRegistry(custom: { schemas: CustomFile[]; resourceTypes: CustomFile[] }): {
  registry: Registry
  problems: string[]
} {
  const problems: string[] = []
  const schemas = readSchemas(custom.schemas, BUILT_IN_SCHEMAS, problems)
  const types = readResourceTypes(custom.resourceTypes, BUILT_IN_RESOURCE_TYPES, schemas, problems)
  return { registry: { schemas, models: types.map(type => modelFrom(type, schemas)) }, problems }
}

function modelFrom(type: ResourceType, schemas: Schema[]): ResourceModel {
  const byId = (id: string) => {
    const schema = schemas.find(candidate => candidate.id === id)
    if (!schema) throw new Error(`resource type ${type.name} names the unknown schema ${id}`)
    return schema
  }
  return {
    type,
    core: byId(type.schema),
    extensions: type.schemaExtensions.map(extension => byId(extension.schema))
  }
}

/** Without anything from the data folder. */
export const builtInRegistry: Registry = createRegistry({ schemas: [], resourceTypes: [] }).registry

/** The model of a resource type by its name, `User`, exactly as the server itself writes it; null if there is none. */
export function modelOf(registry: Registry, typeName: string): ResourceModel | null {
  return registry.models.find(model => model.type.name === typeName) ?? null
}

/** The model behind an endpoint, `/Users`; null if there is none. */
export function modelAt(registry: Registry, endpoint: string): ResourceModel | null {
  return registry.models.find(model => model.type.endpoint === endpoint) ?? null
}

/**
 * The attribute that a path names, in any case (RFC 7643 §2.1), prefixed with the URN of the core schema or an
 * extension or not at all. Null when there is none. Found paths are shared: do not change them.
 */
export function findAttribute(model: ResourceModel, path: WrittenPath): AttributePath | null {
  const index = indexOf(model)
  const names = index.names.get(path.urn === null ? '' : path.urn.toLowerCase())
  return names ? pathIn(names, path) : null
}

/**
 * The attribute whose path a text is exactly as the schemas spell it, `name.familyName` or `urn:…:User:department`: what nearly
 * every PATCH writes, and needs no parsing. Null for every other text, although it may be the path of an attribute too.
 */
export const findSpelled = (model: ResourceModel, text: string): AttributePath | null =>
  indexOf(model).spelled.get(text) ?? null

/**
 * Entra writes `manager` or `department` without the extension's URN (entra-protocol T18): the first extension that has
 * such an attribute. For callers that have asked `findAttribute` in vain and will note the tolerance.
 */
export function findUnprefixed(model: ResourceModel, path: WrittenPath): AttributePath | null {
  if (path.urn !== null) return null
  for (const extension of model.extensions) {
    const found = findAttribute(model, { ...path, urn: extension.id })
    if (found) return found
  }
  return null
}

/**
 * The extension whose whole URN a text is, in any case. A parsed path counts too: `urn:…:2.0:User` looks to the parser
 * like the attribute `User` of `urn:…:2.0`.
 */
export function findExtension(model: ResourceModel, urn: string | WrittenPath): Schema | null {
  return indexOf(model).extensions.get(urnText(urn).toLowerCase()) ?? null
}

/** Whether a text or parsed path is the whole URN of the core schema. */
export function isCoreUrn(model: ResourceModel, urn: string | WrittenPath): boolean {
  return urnText(urn).toLowerCase() === model.core.id.toLowerCase()
}

function urnText(path: string | WrittenPath): string {
  if (typeof path === 'string') return path
  return (path.urn === null ? '' : path.urn + ':') + path.name + (path.sub === null ? '' : '.' + path.sub)
}

/** The attributes at the top of a resource: the common ones of RFC 7643 §3.1, then those of its core schema. */
export function topAttributes(model: ResourceModel): Attribute[] {
  return indexOf(model).top
}

/** A sub-attribute by its name in any case; null if there is none. */
export function findSubAttribute(attribute: Attribute, name: string): Attribute | null {
  const folded = name.toLowerCase()
  return (
    attribute.subAttributes.find(sub => sub.name === name) ??
    attribute.subAttributes.find(sub => sub.name.toLowerCase() === folded) ??
    null
  )
}

interface ModelIndex {
  top: Attribute[]
  /** By folded URN ('' for none), then by folded name. */
  names: Map<string, Names>
  /** By whole path, as it is spelled. */
  spelled: Map<string, AttributePath>
  extensions: Map<string, Schema>
}
type Names = Map<string, { whole: AttributePath; subs: Map<string, AttributePath> }>

const indexes = new WeakMap<ResourceModel, ModelIndex>()

function indexOf(model: ResourceModel): ModelIndex {
  const known = indexes.get(model)
  if (known) return known

  const top = [...COMMON_ATTRIBUTES, ...model.core.attributes]
  const core = namesOf(null, top)
  const names = new Map([
    ['', core],
    [model.core.id.toLowerCase(), core]
  ])
  for (const { id, attributes } of model.extensions) names.set(id.toLowerCase(), namesOf(id, attributes))

  const extensions = new Map(model.extensions.map(extension => [extension.id.toLowerCase(), extension]))
  const paths = [...names.values()].flatMap(of =>
    [...of.values()].flatMap(({ whole, subs }) => [whole, ...subs.values()])
  )
  const spelled = new Map(paths.map(path => [printPath(path), path]))
  // What is the URN of an extension names that.
  for (const text of spelled.keys()) if (extensions.has(text.toLowerCase())) spelled.delete(text)

  const index = { top, names, spelled, extensions }
  indexes.set(model, index)
  return index
}

function namesOf(urn: string | null, attributes: Attribute[]): Names {
  return new Map(
    attributes.map(attribute => [
      attribute.name.toLowerCase(),
      {
        whole: { urn, attribute, sub: null },
        subs: new Map(attribute.subAttributes.map(sub => [sub.name.toLowerCase(), { urn, attribute, sub }]))
      }
    ])
  )
}

function pathIn(names: Names, path: WrittenPath): AttributePath | null {
  const entry = names.get(path.name.toLowerCase())
  if (!entry) return null
  return path.sub === null ? entry.whole : (entry.subs.get(path.sub.toLowerCase()) ?? null)
}
