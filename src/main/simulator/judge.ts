import type { JsonObject } from '../../shared/scim'
import type { ScimRequest } from './entra-requests'
import { asObject } from './mapping'
import type { Answer } from './scim-client'

/** What Entra makes of an answer: success, or the code in its provisioning log and whether the object is tried again. */
export type Verdict =
  | { isSuccess: true; body: JsonObject }
  | {
      isSuccess: false
      code: string
      detail: string
      status: number | null
      /** `next-cycle`: 5xx, timeouts, protocol errors. `escrow`: the object failed; retried later. `lost`: the link is gone. */
      fate: 'next-cycle' | 'escrow' | 'lost' | 'throttled'
      /** From Retry-After, when throttled. */
      retryAfterMs: number | null
      /** Wrong credentials or no SCIM at all: the job is quarantined at once. */
      quarantines: boolean
    }

/** What answers is no SCIM server. */
export const NO_SCIM = 'SystemForCrossDomainIdentityManagementServiceIncompatible'

const CODES: Record<number, string> = {
  400: 'SystemForCrossDomainIdentityManagementBadRequest',
  401: 'InvalidCredentials',
  403: 'InsufficientRights',
  404: 'InvalidAnchor',
  405: 'MethodNotAllowed',
  409: 'EntryConflict',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  501: 'NotImplemented'
}

/** Microsoft's pairing of answers and reactions (how provisioning works; provisioning log error codes). */
export function judge(request: ScimRequest, answer: Answer): Verdict {
  if (answer.kind === 'unanswered') return failure('TargetUnreachable', answer.reason, null, 'next-cycle')
  const { status } = answer
  const detail =
    typeof asObject(answer.json).detail === 'string'
      ? String(asObject(answer.json).detail)
      : answer.text.slice(0, 300)

  if (status >= 200 && status < 300) return judgeSuccess(request, answer.json, answer.text, status)
  if (status === 404 && request.method === 'DELETE') return { isSuccess: true, body: {} }
  if (status === 401 || status === 403) return failure(CODES[status]!, detail, status, 'next-cycle', true)
  if (status === 404 && request.path.includes('?'))
    return failure(NO_SCIM, detail, status, 'next-cycle', true)
  if (status === 404) return failure('InvalidAnchor', detail, status, 'lost')
  if (status === 429) {
    const seconds = Number(answer.headers['retry-after'])
    return {
      ...failure('TooManyRequests', detail, status, 'throttled'),
      retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null
    }
  }
  if (status >= 500 && status !== 501) return failure(`HttpStatus${status}`, detail, status, 'next-cycle')
  return failure(CODES[status] ?? `HttpStatus${status}`, detail, status, 'escrow')
}

function judgeSuccess(
  request: ScimRequest,
  json: Answer extends infer A ? (A extends { json: infer J } ? J : never) : never,
  text: string,
  status: number
): Verdict {
  const body = asObject(json)
  const incompatible = (detail: string) => failure(NO_SCIM, detail, status, 'next-cycle')
  if (request.method === 'GET' && request.path.includes('?') && typeof body.totalResults !== 'number')
    return incompatible(`expected a ListResponse, got ${text.slice(0, 120)}`)
  if (request.method === 'GET' && Object.keys(body).length === 0)
    return incompatible(`expected a resource, got ${text.slice(0, 120)}`)
  if (request.method === 'POST' && typeof body.id !== 'string')
    return incompatible('the created resource has no id')
  return { isSuccess: true, body }
}

function failure(
  code: string,
  detail: string,
  status: number | null,
  fate: 'next-cycle' | 'escrow' | 'lost' | 'throttled',
  quarantines = false
): Extract<Verdict, { isSuccess: false }> {
  return { isSuccess: false, code, detail, status, fate, retryAfterMs: null, quarantines }
}
