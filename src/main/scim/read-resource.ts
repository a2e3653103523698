import type { ToleranceUse } from '../../shared/exchange'
import type { Compatibility, Json, JsonObject } from '../../shared/scim'
import { invalidSyntax, invalidValue } from './errors'
import type { ResourceModel } from './model'
import { applyPatch } from './patch/apply'
import { collect } from './patch/collect'
import { isObject, own, ownKey, requirePlainJson, shown } from './patch/json'
import type { MemberOperation, ResourceDocument } from './patch/operation'
import { takeNotes, type NotedReading } from './reading'
import { setAttributes } from './patch/set-target'

export interface ReadBody {
  document: ResourceDocument
  /** The members of a group, each once; null when the body does not mention them. */
  memberIds: string[] | null
  /** A password was sent. It is never kept, only the fact. */
  passwordSet: boolean
  tolerances: ToleranceUse[]
}

/**
 * The body of a POST or PUT (RFC 7644 §3.3, §3.5.1) as a document: canonical names, the schema's types, without what only
 * this server writes. Read by the same code as a PATCH without path. Throws ScimError 400; the body is untouched.
 */
export function readResource(model: ResourceModel, body: Json, compatibility: Compatibility): ReadBody {
  requirePlainJson(body)
  if (!isObject(body)) throw invalidSyntax(`A ${model.type.name} is a JSON object; ${shown(body)} was sent.`)

  const out = collect(model, takeNotes(compatibility), 'resource')
  setAttributes(out, 'replace', body, model.type.name)
  const document = applyPatch(model, {}, out.operations, compatibility, out.reading.use)
  checkSchemas(model, body, document, out.reading)
  return {
    document,
    memberIds: memberIdsOf(out.members),
    passwordSet: out.passwordSet,
    tolerances: out.reading.uses
  }
}

function memberIdsOf(members: MemberOperation[]): string[] | null {
  const last = members.at(-1)
  return last?.op === 'replace' ? last.ids : null
}

/**
 * T28, T41. By the letter `schemas` lists the core schema and exactly the extensions used (RFC 7643 §3). Entra adds URIs of its
 * own and forgets those of custom extensions; then the answer lists what is really there.
 */
function checkSchemas(
  model: ResourceModel,
  body: JsonObject,
  document: ResourceDocument,
  reading: NotedReading
): void {
  const key = ownKey(body, 'schemas')
  const listed = key === null ? undefined : own(body, key)
  const known = new Set([model.core, ...model.extensions].map(schema => schema.id.toLowerCase()))
  const urns = Array.isArray(listed) ? listed.filter(urn => typeof urn === 'string') : []
  const lower = new Set(urns.map(urn => urn.toLowerCase()))
  const used = Object.keys(document).filter(name => name.includes(':'))

  const problem =
    listed !== undefined && !Array.isArray(listed)
      ? `"schemas" takes an array; ${shown(listed)} was sent.`
      : !lower.has(model.core.id.toLowerCase())
        ? `"schemas" must contain "${model.core.id}".`
        : describeUnknown(urns.filter(urn => !known.has(urn.toLowerCase()) && !used.includes(urn)))
  if (problem !== null && !reading.isLenient) throw invalidValue(problem)
  if (problem !== null) reading.use('schemas-not-as-agreed', problem)

  for (const urn of used.filter(name => !lower.has(name.toLowerCase()))) {
    if (!reading.isLenient) throw invalidValue(`"schemas" does not list ${urn}, whose attributes were sent.`)
    reading.use('extension-not-listed', urn)
  }
}

const describeUnknown = (urns: string[]) => (urns.length === 0 ? null : `Unknown schemas: ${urns.join(', ')}`)
