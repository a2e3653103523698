import type { JsonObject } from '../../shared/scim'
import type { Attribute, ResourceModel } from './model'
import { isObject, own } from './patch/json'
import type { OperationPath } from './patch/operation'
import { topAttributes } from './registry'

const NONE: ReadonlySet<Attribute> = new Set()

/**
 * RFC 7643 §7: what is `returned` on "request" is also in the answer to a POST, PUT or PATCH that specified it.
 *
 * @param document what a POST or PUT sent, as it is kept
 */
export function specifiedIn(model: ResourceModel, document: JsonObject): ReadonlySet<Attribute> {
  return among(model, (urn, { name }) => {
    const holder = urn === null ? document : own(document, urn)
    return isObject(holder) && own(holder, name) !== undefined
  })
}

/** The same of the operations of a PATCH. */
export function specifiedBy(
  model: ResourceModel,
  operations: { path: OperationPath }[]
): ReadonlySet<Attribute> {
  return among(model, (_urn, attribute) => operations.some(({ path }) => path.attribute === attribute))
}

function among(
  model: ResourceModel,
  isSpecified: (urn: string | null, attribute: Attribute) => boolean
): ReadonlySet<Attribute> {
  const candidates = onRequestOf(model)
  if (candidates.length === 0) return NONE
  const specified = candidates.filter(({ urn, attribute }) => isSpecified(urn, attribute))
  return new Set(specified.flatMap(({ attribute }) => [attribute, ...attribute.subAttributes]))
}

interface OnRequest {
  urn: string | null
  attribute: Attribute
}

const known = new WeakMap<ResourceModel, OnRequest[]>()

/** No built-in schema has one. */
function onRequestOf(model: ResourceModel): OnRequest[] {
  const found = known.get(model) ?? findOnRequest(model)
  known.set(model, found)
  return found
}

function findOnRequest(model: ResourceModel): OnRequest[] {
  const all = [
    ...topAttributes(model).map(attribute => ({ urn: null, attribute })),
    ...model.extensions.flatMap(({ id, attributes }) => attributes.map(attribute => ({ urn: id, attribute })))
  ]
  const isOnRequest = ({ returned }: Attribute) => returned === 'request'
  return all.filter(({ attribute }) => [attribute, ...attribute.subAttributes].some(isOnRequest))
}
