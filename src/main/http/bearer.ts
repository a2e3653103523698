import type { Refusal } from '../../shared/exchange'
import { TOKEN_PATH } from '../../shared/tenant-url'
import { TOKEN_PREFIX, type Token } from '../../shared/token'
import { endOf } from './client-credentials'

/** `usher_` and 40 characters. */
const SECRET_LENGTH = TOKEN_PREFIX.length + 40

/** A token as far as the door needs it. */
export type KnownToken = Pick<Token, 'id' | 'name' | 'expiresAt' | 'revokedAt'> & {
  /** Of an OAuth client. */
  clientId?: string | null
  /** It came as an access token that works until then, epoch milliseconds. */
  accessEndsAt?: number
}

type Verdict = { token: KnownToken } | { refusal: Refusal }

/**
 * Judges an Authorization header (RFC 6750 §2.1). The refusal names what people get wrong when they paste a secret into a portal;
 * it never carries any part of the secret.
 *
 * @param find the token that a secret belongs to
 * @param now epoch milliseconds, for expiry
 */
export function judgeBearer(
  header: string | undefined,
  find: (secret: string) => KnownToken | null,
  now: number
): Verdict {
  const written = readSecret(header)
  if ('refusal' in written) {
    if (written.meant === undefined) return { refusal: written.refusal }
    const meant = find(written.meant)
    return { refusal: meant ? { ...written.refusal, tokenName: meant.name } : written.refusal }
  }

  const token = find(written.secret)
  if (!token) return { refusal: unknownSecret(written.secret) }
  const refusal = endOf(token, now) ?? misusedAccess(token, now)
  return refusal ? { refusal } : { token }
}

/** A client's own secret in place of an access token, or an access token after its time. */
function misusedAccess({ name, clientId, accessEndsAt }: KnownToken, now: number): Refusal | null {
  if (accessEndsAt !== undefined) {
    return accessEndsAt <= now ? { reason: 'expired-access-token', tokenName: name, at: accessEndsAt } : null
  }
  return clientId ? { reason: 'client-secret', tokenName: name } : null
}

/** What can be read as a secret after all, although the header is wrong: then the refusal can name the token. */
type Misread =
  | { refusal: Refusal & { reason: 'missing-token' }; meant?: undefined }
  | { refusal: Refusal & { reason: 'not-bearer' | 'doubled-bearer' | 'white-space' }; meant: string }

/** As it should be. A secret never begins with the scheme's name; whoever wrote it twice is read below. */
const PLAIN = /^Bearer (?!bearer)[\x21-\x7e]+$/i
const PLAIN_LENGTH = 'Bearer '.length

function readSecret(header: string | undefined): { secret: string } | Misread {
  if (header !== undefined && PLAIN.test(header)) return { secret: header.slice(PLAIN_LENGTH) }
  const text = header?.trim() ?? ''
  if (text === '' || /^bearer$/i.test(text)) return { refusal: { reason: 'missing-token' } }

  const secret = /^bearer\s+(.*)$/is.exec(text)?.[1]
  if (secret === undefined) return { refusal: { reason: 'not-bearer', scheme: schemeOf(text) }, meant: text }
  const doubled = /^bearer(?:\s*:\s*|\s+|$)(.*)$/is.exec(secret)
  if (doubled) return { refusal: { reason: 'doubled-bearer' }, meant: doubled[1] ?? '' }
  if (/\s/.test(secret)) return { refusal: { reason: 'white-space' }, meant: secret.replaceAll(/\s+/g, '') }
  return { secret }
}

/** The scheme's name if it surely is one: without a scheme the first word may be the secret itself. */
function schemeOf(text: string): string {
  const [, scheme = ''] = /^([A-Za-z][A-Za-z-]{0,19})\s+\S/.exec(text) ?? []
  return scheme
}

function unknownSecret(secret: string): Refusal {
  const isCut = secret.startsWith(TOKEN_PREFIX) && secret.length < SECRET_LENGTH
  return isCut ? { reason: 'truncated', length: secret.length } : { reason: 'unknown-token' }
}

/** What the administrator reads in Entra's provisioning log: what is wrong and what to do about it. */
export function refusalDetail(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'missing-token':
      return 'The request carries no token. Create a token in Usher and paste its secret into the "Secret Token" field.'
    case 'not-bearer':
      return `The Authorization header must be "Bearer" followed by the token's secret${refusal.scheme ? `, not "${refusal.scheme}"` : ''}.`
    case 'doubled-bearer':
      return 'The secret was pasted with the word "Bearer" in front. Paste the secret alone; the client adds "Bearer" itself.'
    case 'white-space':
      return 'The secret contains a blank or a line break, probably from copying. Paste it again without them.'
    case 'truncated':
      return `The secret was cut off: ${refusal.length} of ${SECRET_LENGTH} characters arrived. Copy it again, whole.`
    case 'unknown-token':
      return 'No token has this secret. Create a token in Usher and paste its secret into the "Secret Token" field.'
    case 'revoked-token':
      return `${nameOf(refusal)} was revoked on ${day(refusal.at)}. Create another one and paste its secret.`
    case 'expired-token':
      return `${nameOf(refusal)} expired on ${day(refusal.at)}. Create another one and paste its secret.`
    case 'expired-access-token':
      return `The access token of the client "${refusal.tokenName}" has ended. Fetch another one from ${TOKEN_PATH}.`
    case 'client-secret':
      return `This is the secret of the client "${refusal.tokenName}". Show it to ${TOKEN_PATH} and send the access token from there.`
    case 'missing-client':
    case 'unknown-client':
    case 'wrong-client-secret':
      return 'No client has this identifier and secret.'
  }
}

const nameOf = ({ tokenName, isClient }: { tokenName: string; isClient?: true }): string =>
  `The ${isClient ? 'client' : 'token'} "${tokenName}"`

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
