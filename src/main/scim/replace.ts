import type { JsonObject } from '../../shared/scim'
import { mutability } from './errors'
import type { Attribute, ResourceModel } from './model'
import { copyJson, isObject, own, sameJson } from './patch/json'
import type { ResourceDocument } from './patch/operation'
import { validateDocument } from './validate'

/**
 * RFC 7644 §3.5.1, PUT: what the incoming document does not list is cleared. It keeps only what a client cannot know or mean:
 * read-only values, immutable ones that are not sent (sent and different is 400 mutability), and `active`, because leaving it
 * out must not disable or enable anybody. Inputs are untouched; the result is valid.
 */
export function replaceResource(
  model: ResourceModel,
  before: ResourceDocument,
  incoming: ResourceDocument
): ResourceDocument {
  const after = copyJson(incoming) as ResourceDocument
  keepFixed(model.core.attributes, before, after, '')
  for (const { id, attributes } of model.extensions) {
    const old = own(before, id)
    if (!isObject(old)) continue
    const now = own(after, id)
    const extension = isObject(now) ? now : {}
    keepFixed(attributes, old, extension, `${id}:`)
    if (Object.keys(extension).length > 0) after[id] = extension
  }
  const active = own(before, 'active')
  if (active !== undefined && !Object.hasOwn(after, 'active') && isCoreAttribute(model, 'active'))
    after.active = active
  validateDocument(model, after)
  return after
}

const isCoreAttribute = (model: ResourceModel, name: string) =>
  model.core.attributes.some(attribute => attribute.name === name)

function keepFixed(attributes: Attribute[], before: JsonObject, after: JsonObject, prefix: string): void {
  for (const attribute of attributes) {
    const { name } = attribute
    const old = own(before, name)
    if (old === undefined) continue
    const now = own(after, name)
    if (attribute.mutability === 'immutable' && now !== undefined && !sameJson(old, now)) {
      throw mutability(`${prefix}${name} cannot be changed once it has a value.`)
    }
    if (attribute.mutability === 'immutable' || attribute.mutability === 'readOnly') {
      after[name] = copyJson(old)
    } else if (isObject(old) && attribute.type === 'complex') {
      const complex = isObject(now) ? now : {}
      keepFixed(attribute.subAttributes, old, complex, `${prefix}${name}.`)
      if (Object.keys(complex).length > 0) after[name] = complex
    }
  }
}
