import { expect } from 'vitest'
import { PATCH_OP, USER_SCHEMA } from '../../../shared/scim'
import type { Compatibility, Json, JsonObject } from '../../../shared/scim'
import type { ResourceModel } from '../model'
import { readResource } from '../read-resource'
import { builtInRegistry, modelOf } from '../registry'
import { applyPatch } from './apply'
import { normalisePatch } from './normalise'

// What the tests of this folder share.

export function modelNamed(name: string, registry = builtInRegistry): ResourceModel {
  const found = modelOf(registry, name)
  if (found === null) throw new Error(`no ${name}`)
  return found
}
export const user = modelNamed('User')
export const group = modelNamed('Group')

export const ANNA = { userName: 'anna@contoso.example' }

export const messageOf = (operations: Json): JsonObject => ({ schemas: [PATCH_OP], Operations: operations })

/** A resource after a PATCH by the letter. */
export function patch(
  before: JsonObject,
  operations: Json[],
  mode: Compatibility = 'rfc',
  model: ResourceModel = user
): JsonObject {
  const { operations: canonical } = normalisePatch(model, messageOf(operations), mode)
  return applyPatch(model, before, canonical, mode)
}

/** What a PATCH makes of a user, without the userName, and the tolerances it used. */
export function patchUser(before: JsonObject, operations: Json, mode: Compatibility = 'entra') {
  const { operations: canonical, tolerances } = normalisePatch(user, messageOf(operations), mode)
  const names = tolerances.map(use => use.name)
  const after = applyPatch(user, { ...ANNA, ...before }, canonical, mode, name => names.push(name))
  return { rest: withoutUserName(after), names }
}

export const patched = (before: JsonObject, ...operations: Json[]) => patchUser(before, operations).rest

export function membersOf(...operations: Json[]) {
  return normalisePatch(group, messageOf(operations), 'entra').members
}

/** What a POST makes of a body, without the userName, and the tolerances it used. */
export function create(body: JsonObject, mode: Compatibility = 'entra') {
  const read = readResource(user, { schemas: [USER_SCHEMA], ...ANNA, ...body }, mode)
  return { rest: withoutUserName(read.document), names: read.tolerances.map(use => use.name) }
}

function withoutUserName(document: JsonObject): JsonObject {
  expect(document.userName).toBe(ANNA.userName)
  const rest = { ...document }
  delete rest.userName
  return rest
}
