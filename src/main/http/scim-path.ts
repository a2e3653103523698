import type { IncomingMessage } from 'node:http'
import { SCIM_BASE_PATH } from '../../shared/scim'
import { TOKEN_PATH } from '../../shared/tenant-url'

/** The path of a target, without its query. */
export function pathOf(target: string): string {
  const end = target.indexOf('?')
  return end < 0 ? target : target.slice(0, end)
}

export function isScimPath(target: string): boolean {
  return target.startsWith(SCIM_BASE_PATH) && ['/', '?', ''].includes(target.charAt(SCIM_BASE_PATH.length))
}

/**
 * What the router sees: `//Users` as `/Users`, no slash at the end, and the absolute form that proxies use without its origin
 * (RFC 9112 §3.2.2). The target as it came stays in `request.originalUrl` and in the log.
 */
export function tidyTarget({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  if (TIDY.test(url)) return url
  const end = url.search(/[?#]/)
  const path = (end < 0 ? url : url.slice(0, end)).replace(/^https?:\/\/[^/]*/i, '')
  const query = end < 0 || url[end] === '#' ? '' : url.slice(end)
  const tidy = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  return (tidy === '' ? '/' : tidy) + query
}

/** Nearly every target: its path is segments that are not empty. */
const TIDY = /^(?:\/[^/?#]+)+(?:\?[^#]*)?$/

/** `/Users/Users`: somebody put the endpoint into the Tenant URL. No resource has such an id. */
export const isDoubled = (target: string, endpoints: string[]): boolean =>
  TWICE.test(target) && doubledIn(pathOf(target), endpoints) !== undefined

const TWICE = /(\/[^/?]+)\1(?:[/?]|$)/i

const doubledIn = (path: string, endpoints: string[]): string | undefined =>
  endpoints.find(endpoint => `${path}/`.toLowerCase().includes(`${endpoint}${endpoint}/`.toLowerCase()))

/** Why nothing is at this address, in words that help to correct a Tenant URL. `endpoints` are `/Users`, `/Groups` … */
export function nothingThere(target: string, endpoints: string[]): string {
  const path = pathOf(target)
  const nothing = `There is nothing at ${path}`

  const doubled = doubledIn(path, endpoints)
  if (doubled) {
    return `${nothing}: ${doubled} stands in it twice. Leave ${doubled} out of the Tenant URL; the client adds it.`
  }
  if (/\/token$/i.test(path)) return `${nothing}. Access tokens are fetched at ${TOKEN_PATH}.`
  if (!isScimPath(target))
    return `${nothing}. The path should start with ${SCIM_BASE_PATH}${exampleFor(path)}.`

  const rest = path.slice(SCIM_BASE_PATH.length)
  if (rest.toLowerCase().startsWith(SCIM_BASE_PATH)) {
    return `${nothing}: ${SCIM_BASE_PATH} stands in it twice. Check the Tenant URL.`
  }
  const [, first = ''] = /^(\/[^/]*)/.exec(rest) ?? []
  const meant = endpoints.find(endpoint => endpoint.toLowerCase() === first.toLowerCase())
  if (meant && meant !== first) return `${nothing}. Did you mean ${SCIM_BASE_PATH}${meant}?`
  return `${nothing}. This server has ${endpoints.join(', ')} below ${SCIM_BASE_PATH}.`
}

function exampleFor(path: string): string {
  const inside = path.replace(/^\/scim(?=\/|$)/i, '').replace(/^\/v[12](?=\/|$)/i, '')
  return inside === '' || inside === '/' ? '' : `, for example ${SCIM_BASE_PATH}${inside}`
}
