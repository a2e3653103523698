import type { ExchangeDetail } from './exchange'

/** The variable that stands for the secret: no copied command ever contains one. */
export const TOKEN_VARIABLE = 'SCIM_TOKEN'

/** Set by curl itself, or wrong as soon as the body is edited. */
const LEFT_OUT = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'authorization',
  'expect'
])

type Recorded = Pick<ExchangeDetail, 'method' | 'target' | 'requestHeaders' | 'requestBody'>

/**
 * The request as a command for a POSIX shell. With `SCIM_TOKEN` set it sends what was recorded.
 *
 * @param origin where the server answers, without a path: `http://127.0.0.1:7643`.
 */
export function toCurl({ method, target, requestHeaders, requestBody }: Recorded, origin: string): string {
  const headers = requestHeaders.filter(([name]) => !LEFT_OUT.has(name.toLowerCase()))
  const lines = [
    `curl --include --globoff --path-as-is --request ${quote(method)} ${quote(origin + target)}`,
    `--header "Authorization: Bearer $${TOKEN_VARIABLE}"`,
    ...headers.map(([name, value]) => `--header ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    // curl would add what Entra does not send.
    ...['User-Agent', 'Accept']
      .filter(name => !has(headers, name))
      .map(name => `--header ${quote(`${name}:`)}`),
    ...(requestBody === null ? [] : bodyLines(requestBody.text, has(headers, 'Content-Type')))
  ]
  return lines.join(' \\\n  ')
}

const bodyLines = (text: string, hasType: boolean): string[] => [
  ...(hasType ? [] : [`--header ${quote('Content-Type:')}`]),
  `--data-raw ${quote(text)}`
]

const has = (headers: [string, string][], wanted: string): boolean =>
  headers.some(([name]) => name.toLowerCase() === wanted.toLowerCase())

/** Nothing is special inside single quotes but the single quote. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
