import { invalidFilter } from '../errors'
import type { Attribute, AttributePath, ResourceModel } from '../model'
import { shorten } from '../patch/json'
import { LENIENT, type Reading } from '../reading'
import { findAttribute, findSubAttribute, findUnprefixed, isCoreUrn } from '../registry'
import type { Filter, WrittenFilter, WrittenPath } from './ast'
import { resolveComparison, type Literal } from './literal'
import { printPath } from './print'

/**
 * A written filter with every path resolved against the schemas of the types that are asked (RFC 7644 §3.4.2.2, §3.4.2.1).
 * A path that none of them knows, and a comparison that its attribute does not allow, is 400 invalidFilter. The result
 * holds neither `ne` nor null: see README.md. A complex attribute that is compared stands for its `value`.
 */
export function resolveFilter(
  written: WrittenFilter,
  models: ResourceModel[],
  reading: Reading = LENIENT
): Filter {
  return resolveWith(written, leaf => resolveInModels(leaf, models, reading))
}

/**
 * The filter of a value path, `[type eq "work"]`: its paths are sub-attributes of `attribute`. The elements of a simple
 * multi-valued attribute are reached as `value` (RFC 7643 §2.4): `tags[value sw "a"]`.
 */
export function resolveElementFilter(
  written: WrittenFilter,
  attribute: Attribute,
  reading: Reading = LENIENT
): Filter {
  const shape = attribute.type === 'complex' ? attribute : withImplicitValue(attribute)
  return resolveWith(written, leaf => {
    if (leaf.kind === 'element') throw invalidFilter('A value path cannot stand inside a value path.')
    const sub =
      leaf.path.urn === null && leaf.path.sub === null ? findSubAttribute(shape, leaf.path.name) : null
    if (!sub)
      throw invalidFilter(`${attribute.name} has no sub-attribute "${shorten(printPath(leaf.path))}".`)
    return resolveLeaf(leaf, { urn: null, attribute: sub, sub: null }, reading)
  })
}

const withImplicitValue = (attribute: Attribute): Attribute => ({
  ...attribute,
  type: 'complex',
  subAttributes: [{ ...attribute, name: 'value', multiValued: false }]
})

type Leaf = Extract<WrittenFilter, { kind: 'present' | 'compare' | 'element' }>

function resolveWith(written: WrittenFilter, resolve: (leaf: Leaf) => Filter): Filter {
  switch (written.kind) {
    case 'and':
    case 'or':
      return { kind: written.kind, terms: written.terms.map(term => resolveWith(term, resolve)) }
    case 'not':
      return { kind: 'not', term: resolveWith(written.term, resolve) }
    default:
      return resolve(written)
  }
}

/**
 * RFC 7644 §3.4.2.1: where several types are asked, an attribute that a type does not have has no value there. Types
 * whose attributes of that name differ, and paths with the URN of one type, get a comparison of their own.
 */
function resolveInModels(leaf: Leaf, models: ResourceModel[], reading: Reading): Filter {
  const found = models.flatMap(model => {
    const path = findPath(model, leaf.path, reading)
    return path ? [{ model, path }] : []
  })
  const [first, ...others] = found
  if (!first) throw unknownAttribute(leaf.path, models)
  const isOfOneType = models.length > 1 && leaf.path.urn !== null && isCoreUrn(first.model, leaf.path.urn)
  if (!isOfOneType && others.every(other => isSame(other.path, first.path)))
    return resolveLeaf(leaf, first.path, reading)

  const terms = found.map(({ model, path }): Filter => ({
    kind: 'and',
    terms: [typeIs(model), resolveLeaf(leaf, path, reading)]
  }))
  return terms.length === 1 ? terms[0]! : { kind: 'or', terms }
}

function findPath(model: ResourceModel, written: WrittenPath, reading: Reading): AttributePath | null {
  const found = findAttribute(model, written)
  if (found || !reading.isLenient) return found
  const unprefixed = findUnprefixed(model, written)
  if (unprefixed) reading.use('unprefixed-extension-attribute', printPath(written))
  return unprefixed
}

const unknownAttribute = (path: WrittenPath, models: ResourceModel[]) =>
  invalidFilter(
    `${models.map(model => model.type.name).join(', ')} has no attribute "${shorten(printPath(path))}".`
  )

const isSame = (left: AttributePath, right: AttributePath) =>
  left === right || (left.urn === right.urn && shapeOf(left) === shapeOf(right))

const shapeOf = ({ attribute, sub }: AttributePath) =>
  [attribute, sub]
    .map(part => part && [part.name, part.type, part.multiValued, part.caseExact].join())
    .join(' ')

function typeIs(model: ResourceModel): Filter {
  const path = findAttribute(model, { urn: null, name: 'meta', sub: 'resourceType' })!
  return { kind: 'compare', path, op: 'eq', value: model.type.name }
}

function resolveLeaf(leaf: Leaf, path: AttributePath, reading: Reading): Filter {
  const attribute = path.sub ?? path.attribute
  if (attribute.returned === 'never')
    throw invalidFilter(`${printPath(path)} is never returned, so it cannot be filtered on.`)
  if (leaf.kind === 'present') return { kind: 'present', path }
  if (leaf.kind === 'compare') return resolveComparison(path, leaf as Literal, reading)
  if (attribute.type !== 'complex' && (path.sub !== null || !attribute.multiValued))
    throw invalidFilter(`${printPath(path)} has no sub-attributes that a value path could filter on.`)
  return { kind: 'element', path, filter: resolveElementFilter(leaf.filter, attribute, reading) }
}
