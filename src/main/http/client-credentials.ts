import type { Refusal } from '../../shared/exchange'
import type { KnownToken } from './bearer'

/** RFC 6749 §5.2: why there is no access token. */
export class TokenFault extends Error {
  constructor(
    readonly status: number,
    readonly code: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'server_error',
    readonly description: string,
    /** When the client is not known or may not: then the row says "refused". */
    readonly refusal: Refusal | null = null
  ) {
    super(description)
    this.name = 'TokenFault'
  }
}

const invalidRequest = (description: string) => new TokenFault(400, 'invalid_request', description)
const invalidClient = (refusal: Refusal, description: string) =>
  new TokenFault(401, 'invalid_client', description, refusal)

export interface ClientCredentials {
  clientId: string
  secret: string
}

/**
 * Reads a token request (RFC 6749 §4.4.2): the grant type, and the client's id and secret from HTTP Basic or from the form
 * (§2.3.1), but not from both. A parameter without a value counts as left out; unknown ones and `scope` are passed over (§3.2, §3.3).
 *
 * @throws TokenFault
 */
export function readTokenRequest(
  authorization: string | undefined,
  form: URLSearchParams
): ClientCredentials {
  const doubled = [...form.keys()].find(name => form.getAll(name).length > 1)
  if (doubled !== undefined)
    throw invalidRequest(`The parameter "${shorten(doubled)}" is sent more than once.`)

  const grantType = form.get('grant_type') || null
  if (grantType === null)
    throw invalidRequest('The parameter grant_type is missing. Send client_credentials.')
  if (grantType !== 'client_credentials') {
    throw new TokenFault(
      400,
      'unsupported_grant_type',
      'This server gives access tokens for client_credentials only.'
    )
  }
  const inForm = { clientId: form.get('client_id') || null, secret: form.get('client_secret') || null }
  const inHeader = readBasic(authorization)
  if (inHeader && inForm.secret !== null) {
    throw invalidRequest('The client shows its secret twice: in the Authorization header and in the form.')
  }
  if (inHeader && inForm.clientId !== null && inForm.clientId !== inHeader.clientId) {
    throw invalidRequest('The Authorization header and the form name different clients.')
  }
  if (inHeader) return inHeader
  if (form.get('client_assertion')) {
    throw invalidClient(
      { reason: 'missing-client' },
      'A client_assertion is not taken here; use a client secret.'
    )
  }
  if (inForm.clientId === null || inForm.secret === null) {
    throw invalidClient(
      { reason: 'missing-client' },
      'The client identifier or the client secret is missing.'
    )
  }
  return { clientId: inForm.clientId, secret: inForm.secret }
}

/** RFC 7617, with both parts form-encoded before (RFC 6749 §2.3.1). null: no Basic header. */
function readBasic(authorization: string | undefined): ClientCredentials | null {
  const encoded = /^basic\s+(\S+)$/i.exec(authorization?.trim() ?? '')?.[1]
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  const clientId = formDecoded(text.slice(0, Math.max(0, colon)))
  const secret = formDecoded(text.slice(colon + 1))
  if (colon < 1 || secret === '') {
    throw invalidClient(
      { reason: 'missing-client' },
      'The Authorization header holds no client identifier and secret.'
    )
  }
  return { clientId, secret }
}

/** As it is where it is no form encoding: many clients leave that out. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/**
 * The client that these credentials belong to. What the answer says does not tell a wrong secret from an unknown client; the row does.
 *
 * @throws TokenFault 401 invalid_client
 */
export function judgeClient<Client extends KnownToken>(
  { clientId, secret }: ClientCredentials,
  known: { findBySecret(secret: string): Client | null; findClient(clientId: string): KnownToken | null },
  now: number
): Client {
  const client = known.findBySecret(secret)
  if (!client || client.clientId !== clientId || client.accessEndsAt !== undefined) {
    const meant = known.findClient(clientId)
    throw invalidClient(
      meant ? { reason: 'wrong-client-secret', tokenName: meant.name } : { reason: 'unknown-client' },
      'No client has this identifier and secret.'
    )
  }
  const end = endOf(client, now)
  if (end) throw invalidClient(end, `The client "${client.name}" has ended. Create or rotate it in Usher.`)
  return client
}

type Ended = Refusal & { reason: 'revoked-token' | 'expired-token' }

/** Why a token or client no longer works, if it does not. Asked with every request. */
export function endOf(token: KnownToken, now: number): Ended | null {
  const { revokedAt, expiresAt } = token
  if (revokedAt !== null && revokedAt <= now) return ended('revoked-token', token, revokedAt)
  if (expiresAt !== null && expiresAt <= now) return ended('expired-token', token, expiresAt)
  return null
}

const ended = (reason: Ended['reason'], { name, clientId }: KnownToken, at: number): Ended => ({
  reason,
  tokenName: name,
  ...(clientId && { isClient: true }),
  at
})

/** Written down as they came; everything else may hold a secret. */
const SHOWN = new Set(['grant_type', 'scope', 'resource', 'audience', 'client_assertion_type'])
const CLIENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The form as the log may keep it: without any secret, also when one was pasted into the field of the identifier. */
export function redactForm(form: URLSearchParams): string {
  return [...form]
    .map(([name, value]) => {
      const isShown = SHOWN.has(name) || (name === 'client_id' && CLIENT_ID.test(value))
      return `${encodeURIComponent(shorten(name))}=${isShown ? encodeURIComponent(shorten(value)) : '(not stored)'}`
    })
    .join('&')
}

const shorten = (text: string): string => text.slice(0, 200)
