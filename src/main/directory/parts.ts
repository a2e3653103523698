import type { Clock } from '../platform/clock'
import { notFound } from '../scim/errors'
import type { Registry, ResourceModel } from '../scim/model'
import { modelOf } from '../scim/registry'
import type { Stores } from '../store/stores'

/** What the use-cases work with. */
export interface Parts {
  stores: Stores
  registry: Registry
  clock: Clock
  newId(): string
}

/** @throws ScimError 404 for a type that the registry does not have. */
export function requireModel(registry: Registry, type: string): ResourceModel {
  const model = modelOf(registry, type)
  if (!model) throw notFound(`There is no resource type ${type}.`)
  return model
}
