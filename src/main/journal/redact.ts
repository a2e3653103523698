import type { Json } from '../../shared/scim'

/** Stands where a secret stood. */
export const NOT_STORED = '(not stored)'

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'])

const PASSWORD = /password/i
// Only text with one of these can hold a password: as itself, or with a letter of it written as \u0070.
const SUSPICIOUS = /password|\\u00[4-7]/i

/** SCIM bodies nest at most 50 deep; what nests deeper is no SCIM and is not worth a stack. */
const MAX_DEPTH = 200

/** Whether a header carries secrets, by its name in lower case (RFC 9110 §5.1). */
export const isSecretHeader = (key: string): boolean => SECRET_HEADERS.has(key)

/**
 * The request target with secrets in its query replaced: `filter=password eq "…"`, `access_token=…` (RFC 6750 §2.3),
 * `client_secret=…` (RFC 6749 §2.3.1). A target that is malformed is treated the same way.
 */
export function redactTarget(target: string): string {
  const at = target.indexOf('?')
  if (at < 0 || !MAY_ASK_FOR_SECRETS.test(target)) return target
  const parameters = target
    .slice(at + 1)
    .split('&')
    .map(redactParameter)
  return `${target.slice(0, at)}?${parameters.join('&')}`
}

// Most queries have neither word, nor a letter or underscore that is percent-encoded and could hide one. Addresses have %40, for "@".
const MAY_ASK_FOR_SECRETS = /password|access_token|client_secret|%(?:[46][1-9a-f]|[57][0-9a]|5f)/i

function redactParameter(parameter: string): string {
  const name = parameter.slice(0, parameter.indexOf('=') + 1)
  // With percent-encoded letters the word would not be recognised.
  const hides = /%[4-7][0-9a-f]/i.test(parameter) ? decodeAscii(parameter) : parameter
  if (/^(access_token|client_secret)=/i.test(hides)) return `${name}${NOT_STORED}`
  const asksForPassword = PASSWORD.test(hides) && /"|%22/.test(parameter)
  return asksForPassword ? `${name}${NOT_STORED}` : parameter
}

const decodeAscii = (text: string): string =>
  text.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/**
 * A body without passwords: values of any key that names one, and of PATCH operations whose path ends in one
 * (RFC 7644 §3.5.2). Everything else stays byte for byte as it came when no password occurs. What is no JSON and mentions one
 * is not stored at all, because nobody can say where the value is.
 */
export function redactBody(body: string | null): string | null {
  if (body === null || !SUSPICIOUS.test(body)) return body
  let parsed: { json: Json } | null = null
  try {
    parsed = { json: JSON.parse(body) as Json }
  } catch {
    // Said in the text below.
  }
  if (parsed === null)
    return PASSWORD.test(body) ? '(not stored: it is not JSON and mentions a password)' : body

  const found = dropPasswords(parsed)
  if (found === 'too deep') return '(not stored: it is nested too deeply to look for passwords)'
  return found === 'some' ? JSON.stringify(parsed.json) : body
}

/** Alters the tree in place. Iterative: a client decides how deep it is. */
function dropPasswords(root: { json: Json }): 'none' | 'some' | 'too deep' {
  let found: 'none' | 'some' = 'none'
  const rest: { node: Json; depth: number }[] = [{ node: root.json, depth: 0 }]

  for (let next = rest.pop(); next; next = rest.pop()) {
    const { node, depth } = next
    if (node === null || typeof node !== 'object') continue
    if (depth > MAX_DEPTH) return 'too deep'
    if (Array.isArray(node)) {
      for (const element of node) rest.push({ node: element, depth: depth + 1 })
      continue
    }
    const names = Object.keys(node)
    const setsPassword = names.some(name => /^path$/i.test(name) && endsInPassword(node[name]))
    for (const name of names) {
      const value = node[name] ?? null
      const isSecret = PASSWORD.test(name) || (setsPassword && /^value$/i.test(name))
      // "Must change the password" is a boolean; it is no secret.
      if (isSecret && value !== null && typeof value !== 'boolean') {
        node[name] = NOT_STORED
        found = 'some'
      } else rest.push({ node: value, depth: depth + 1 })
    }
  }
  return found
}

const endsInPassword = (path: Json | undefined): boolean => typeof path === 'string' && PASSWORD.test(path)
