import { parsePathWord } from './filter/parse'
import type { Attribute, ResourceModel } from './model'
import { BUILT_IN_SCHEMAS } from './schemas'
import { findAttribute, findExtension, findUnprefixed, isCoreUrn, topAttributes } from './registry'

/** Of a value: everything, or the parts by name. */
export type Kept = 'all' | KeptParts
export interface KeptParts {
  get(name: string): Kept | undefined
}

/** What is shown of the resources of one type, by canonical names. */
export interface ModelSelection {
  top: Map<string, Kept>
  extensions: Map<string, Kept>
  /** The URNs of the type's extensions, shown or not. */
  known: Set<string>
  /** Whether it shows everything that a stored resource of a built-in type can have. */
  isWhole: boolean
  /** For values under a URN that no schema here knows, stored as they were sent. */
  foreign(urn: string): Kept | null
}

/** What a list of names points at. */
interface Named {
  hasCore: boolean
  extensions: Set<string>
  attributes: Set<Attribute>
  subs: Set<Attribute>
  /** Folded names that no schema knows, unknown URNs among them. */
  others: Set<string>
}

export function selectAttributes(
  model: ResourceModel,
  attributes: string[] | null,
  excludedAttributes: string[] | null,
  specified?: ReadonlySet<Attribute>
): ModelSelection {
  const wanted = attributes && readNames(model, attributes)
  const unwanted = readNames(model, excludedAttributes ?? [])
  const isDefault = (attribute: Attribute) =>
    attribute.returned === 'default' ||
    (attribute.returned === 'request' && specified?.has(attribute) === true)

  const extensions = model.extensions.flatMap(({ id, attributes: inside }): [string, Kept][] => {
    const kept = keepAll(
      inside,
      isDefault,
      wanted,
      unwanted,
      wanted?.extensions.has(id) ?? false,
      unwanted.extensions.has(id)
    )
    if (kept.size === 0) return []
    const isWhole = inside.every(({ name }) => kept.get(name) === 'all')
    return [[id, isWhole ? 'all' : kept]]
  })
  const top = keepAll(
    topAttributes(model),
    isDefault,
    wanted,
    unwanted,
    wanted?.hasCore ?? false,
    unwanted.hasCore
  )
  return {
    top,
    extensions: new Map(extensions),
    isWhole:
      attributes === null &&
      excludedAttributes === null &&
      BUILT_IN_SCHEMAS.includes(model.core) &&
      // What is write-only is never stored.
      topAttributes(model).every(
        ({ name, mutability }) => mutability === 'writeOnly' || top.get(name) === 'all'
      ) &&
      model.extensions.every(({ id }) => extensions.some(([urn, kept]) => urn === id && kept === 'all')),
    known: new Set(model.extensions.map(({ id }) => id)),
    foreign: remember(urn => keepForeign(urn.toLowerCase(), wanted, unwanted))
  }
}

function remember(find: (urn: string) => Kept | null): (urn: string) => Kept | null {
  const known = new Map<string, Kept | null>()
  return urn => {
    const kept = known.has(urn) ? known.get(urn)! : find(urn)
    known.set(urn, kept)
    return kept
  }
}

function readNames(model: ResourceModel, names: string[]): Named {
  const named: Named = {
    hasCore: false,
    extensions: new Set(),
    attributes: new Set(),
    subs: new Set(),
    others: new Set()
  }
  for (const name of names) {
    const path = parsePathWord(name)
    const found = path && (findAttribute(model, path) ?? findUnprefixed(model, path))
    const extension = findExtension(model, name)
    if (extension) named.extensions.add(extension.id)
    else if (isCoreUrn(model, name)) named.hasCore = true
    else if (found?.sub) {
      named.subs.add(found.sub)
    } else if (found) named.attributes.add(found.attribute)
    else named.others.add(name.toLowerCase())
  }
  return named
}

/** Whether an attribute is shown when nothing is asked for by name. */
type IsDefault = (attribute: Attribute) => boolean

function keepAll(
  attributes: Attribute[],
  isDefault: IsDefault,
  wanted: Named | null,
  unwanted: Named,
  isSchemaWanted: boolean,
  isSchemaUnwanted: boolean
): Map<string, Kept> {
  const kept = new Map<string, Kept>()
  for (const attribute of attributes) {
    const part = keep(attribute, isDefault, wanted, unwanted, isSchemaWanted, isSchemaUnwanted)
    if (part !== null) kept.set(attribute.name, part)
  }
  return kept
}

function keep(
  attribute: Attribute,
  isDefault: IsDefault,
  wanted: Named | null,
  unwanted: Named,
  isSchemaWanted: boolean,
  isSchemaUnwanted: boolean
): Kept | null {
  const isWanted = wanted?.attributes.has(attribute) ?? false
  const isPartWanted = wanted !== null && attribute.subAttributes.some(sub => wanted.subs.has(sub))
  if (attribute.returned !== 'always') {
    if (attribute.returned === 'never' || isSchemaUnwanted || unwanted.attributes.has(attribute)) return null
    const isUsual = isDefault(attribute) && (wanted === null || isSchemaWanted)
    if (!isUsual && !isWanted && !isPartWanted) return null
  }
  const isOnlyParts = isPartWanted && !isWanted && !isSchemaWanted
  const subs = attribute.subAttributes.filter(sub => {
    if (sub.returned === 'always') return true
    if (sub.returned === 'never' || unwanted.subs.has(sub)) return false
    return wanted?.subs.has(sub) || (!isOnlyParts && isDefault(sub))
  })
  if (subs.length === attribute.subAttributes.length) return 'all'
  return new Map(subs.map(sub => [sub.name, 'all']))
}

function keepForeign(urn: string, wanted: Named | null, unwanted: Named): Kept | null {
  if (unwanted.others.has(urn)) return null
  const isWhole = wanted === null || wanted.others.has(urn)
  const isNamed = (names: Named | null, name: string) =>
    names?.others.has(`${urn}:${name.toLowerCase()}`) ?? false
  const mentions = (names: Named | null) =>
    [...(names?.others ?? [])].some(name => name.startsWith(`${urn}:`))
  if (isWhole && !mentions(unwanted)) return 'all'
  if (!isWhole && !mentions(wanted)) return null
  return { get: name => ((isWhole || isNamed(wanted, name)) && !isNamed(unwanted, name) ? 'all' : undefined) }
}
