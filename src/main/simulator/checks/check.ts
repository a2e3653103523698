import type { SentAndReceived } from '../../../shared/check'
import type { Json, JsonObject } from '../../../shared/scim'
import { asObject } from '../mapping'
import type { Answer, ScimClient } from '../scim-client'
import type { ScimRequest } from '../entra-requests'
import { GROUP_SCHEMA, PATCH_OP, USER_SCHEMA } from '../../../shared/scim'

/** One claim about a SCIM server. `optional` ones are what a server may leave out if its ServiceProviderConfig says so. */
export interface Check {
  /** Stable name, `users.create`. */
  id: string
  /** The claim: what is true of a good server. */
  title: string
  /** Where it is written: an RFC section, or the Entra or Okta behaviour. */
  rule: string
  needs?: 'patch' | 'bulk' | 'filter' | 'sort' | 'etag' | 'cursor'
  run(session: Session): Promise<void>
}

/** The check's claim does not hold; the message says what was seen instead. */
export class Faulty extends Error {}

type Answered = Extract<Answer, { kind: 'answered' }> & { body: JsonObject }

/** What a check works with: it sends, creates throw-away resources, and says what must hold. Everything sent is remembered. */
export function createSession(client: ScimClient, uniqueName: () => string) {
  const sent: SentAndReceived[] = []
  const made: string[] = []

  async function send(method: ScimRequest['method'], path: string, body?: JsonObject): Promise<Answered> {
    const answer = await client.send({ method, path, ...(body !== undefined && { body }) })
    sent.push({
      method,
      path,
      body: body ?? null,
      status: answer.kind === 'answered' ? answer.status : null,
      answer: answer.kind === 'answered' ? answer.text.slice(0, 4000) : answer.reason
    })
    if (answer.kind === 'unanswered') throw new Faulty(`there was no answer: ${answer.reason}`)
    return { ...answer, body: asObject(answer.json) }
  }

  async function create(
    endpoint: '/Users' | '/Groups',
    body: JsonObject
  ): Promise<JsonObject & { id: string }> {
    const { status, body: created } = await send('POST', endpoint, body)
    hold(status === 201, `POST ${endpoint} answered ${status}, expected 201`)
    hold(typeof created.id === 'string', 'the created resource has no id')
    made.push(`${endpoint}/${String(created.id)}`)
    return created as JsonObject & { id: string }
  }

  return {
    sent,
    send,
    uniqueName,
    /** A user that nobody else has; `more` is merged into the body. */
    async user(more: JsonObject = {}) {
      const userName = `${uniqueName()}@contoso.example`
      return create('/Users', {
        schemas: [USER_SCHEMA],
        userName,
        active: true,
        displayName: 'Check Person',
        ...more
      })
    },
    async group(members: string[] = [], more: JsonObject = {}) {
      const displayName = `Check ${uniqueName()}`
      const listed = members.map((value): JsonObject => ({ value }))
      return create('/Groups', { schemas: [GROUP_SCHEMA], displayName, members: listed, ...more })
    },
    patch: (path: string, ...operations: Json[]) =>
      send('PATCH', path, { schemas: [PATCH_OP], Operations: operations }),
    read: (path: string) => send('GET', path),
    async find(endpoint: string, filter: string, more = '') {
      const answer = await send('GET', `${endpoint}?filter=${encodeURIComponent(filter)}${more}`)
      hold(answer.status === 200, `the filter ${filter} answered ${answer.status}, expected 200`)
      hold(
        Array.isArray(answer.body.Resources) || answer.body.totalResults === 0,
        'the answer has no Resources'
      )
      return resourcesOf(answer.body)
    },
    async memberIds(groupId: string): Promise<string[]> {
      const { body } = await send('GET', `/Groups/${groupId}`)
      return Array.isArray(body.members) ? body.members.map(member => String(asObject(member).value)) : []
    },
    remember: (path: string) => made.push(path),
    /** Deletes what the check has made, the newest first; what is gone already is fine. */
    async tidyUp() {
      for (const path of made.reverse()) await client.send({ method: 'DELETE', path })
    }
  }
}
export type Session = ReturnType<typeof createSession>

export const resourcesOf = (list: JsonObject): JsonObject[] =>
  Array.isArray(list.Resources) ? list.Resources.map(asObject) : []

export function hold(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Faulty(otherwise)
}

export function holdStatus(answer: { status: number; text: string }, ...allowed: number[]) {
  hold(allowed.includes(answer.status), `answered ${answer.status}, expected ${allowed.join(' or ')}`)
}

/** An error as RFC 7644 §3.12 has it: the schema, `status` as text, and if given the scimType. */
export function holdError(answer: Answered, status: number, scimType?: string) {
  holdStatus(answer, status)
  const schemas = answer.body.schemas
  hold(
    Array.isArray(schemas) && schemas.includes('urn:ietf:params:scim:api:messages:2.0:Error'),
    'the body is no SCIM error'
  )
  hold(
    answer.body.status === String(status),
    `status in the body is ${JSON.stringify(answer.body.status)}, expected "${status}"`
  )
  if (scimType !== undefined)
    hold(
      answer.body.scimType === scimType,
      `scimType is ${JSON.stringify(answer.body.scimType)}, expected "${scimType}"`
    )
}

export function holdEqual(actual: Json | undefined, expected: Json, what: string) {
  hold(
    JSON.stringify(inOrder(actual)) === JSON.stringify(inOrder(expected)),
    `${what} is ${JSON.stringify(actual) ?? 'absent'}, expected ${JSON.stringify(expected)}`
  )
}

/** Members of an object have no order (RFC 8259 §4); elements of an array have. */
function inOrder(value: Json | undefined): Json | undefined {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(element => inOrder(element) ?? null)
  const names = Object.keys(value).sort()
  return Object.fromEntries(names.map(name => [name, inOrder(value[name]) ?? null]))
}

/** A work e-mail, for example: the first element of a type. */
export const ofType = (values: Json | undefined, type: string): JsonObject =>
  (Array.isArray(values) ? values.map(asObject) : []).find(value => value.type === type) ?? {}
