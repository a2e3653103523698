import type { ToleranceUse } from '../../shared/exchange'
import { GROUP_SCHEMA, type JsonObject } from '../../shared/scim'
import { compareDocuments } from '../scim/compare'
import type { ResourceModel } from '../scim/model'
import type { MemberOperation } from '../scim/patch/operation'
import type { Projection } from '../scim/project'
import type { StoredResource } from '../store/resources'
import { answer, etag, named } from './answer'
import { changeMembers, isEmpty, toMembersChange } from './change-members'
import type { KnownMembers } from './known-members'
import type { Parts } from './parts'
import { passwordChange } from './password'
import { requireUnique } from './requirements'
import { storyOfUpdate } from './story-of-write'
import type { RequestContext, Written } from './types'

/** What a PUT or PATCH came to, before it is stored. */
export interface Update {
  before: StoredResource
  document: JsonObject
  members: MemberOperation[]
  known: KnownMembers | null
  passwordSet: boolean
  tolerances: ToleranceUse[]
  /** What is answered; null where nobody reads it. */
  projection: Projection | null
}

/**
 * Stores the difference between a resource and what it shall be: the end that PUT and PATCH share. Without a difference nothing
 * is written: no new version, `lastModified` untouched.
 *
 * @throws ScimError 400, 409
 */
export function updateResource(
  parts: Parts,
  context: RequestContext,
  model: ResourceModel,
  update: Update
): Written {
  const { stores, clock } = parts
  const { exchangeId, actor, compatibility, baseUrl } = context
  const { before, document, tolerances, projection } = update
  const at = clock.now()

  const attributes = [
    ...compareDocuments(model, before.document, document),
    ...passwordChange(update.passwordSet)
  ]
  if (attributes.length > 0) requireUnique(stores, model, compatibility, before.id, document, before.document)

  const operations = model.core.id === GROUP_SCHEMA ? update.members : []
  const difference = changeMembers(stores, before.ref, operations, { at, exchangeId }, baseUrl, update.known)
  const members = toMembersChange(stores, difference)
  const hasChange = attributes.length > 0 || !isEmpty(difference)

  let after = before
  if (hasChange) {
    const growth = difference.added.size - difference.removed.size
    after =
      attributes.length > 0
        ? stores.resources.countMembers(stores.resources.replace(before, model.core.id, document, at), growth)
        : stores.resources.renew(before, growth, at)
    stores.changes.append({ at, exchangeId, actor, verb: 'updated', ref: before.ref, attributes, members })
  }

  const manager = after.managerId === null ? null : stores.resources.findName(after.managerId)
  return {
    resource: projection && answer(stores, model, after, baseUrl, projection),
    id: after.id,
    etag: etag(after),
    hasChange,
    story: storyOfUpdate(named(after), attributes, members, manager),
    tolerances
  }
}
