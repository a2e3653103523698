import type { IncomingMessage } from 'node:http'
import { SCIM_BASE_PATH } from '../../shared/scim'

/** The path of a target, without its query. */
export const pathOf = (target: string): string => target.split('?', 1)[0] ?? ''

export function isScimPath(target: string): boolean {
  const path = pathOf(target)
  return path === SCIM_BASE_PATH || path.startsWith(`${SCIM_BASE_PATH}/`)
}

/**
 * What the router sees: `//Users` as `/Users`, no slash at the end, and the absolute form that proxies use without its origin
 * (RFC 9112 §3.2.2). The target as it came stays in `request.originalUrl` and in the log.
 */
export function tidyTarget({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  const end = url.search(/[?#]/)
  const path = (end < 0 ? url : url.slice(0, end)).replace(/^https?:\/\/[^/]*/i, '')
  const query = end < 0 || url[end] === '#' ? '' : url.slice(end)
  const tidy = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  return (tidy === '' ? '/' : tidy) + query
}

/** Why nothing is at this address, in words that help to correct a Tenant URL. `endpoints` are `/Users`, `/Groups` … */
export function nothingThere(target: string, endpoints: string[]): string {
  const path = pathOf(target)
  if (!isScimPath(target)) {
    const inside = path.replace(/^\/scim(?=\/|$)/i, '').replace(/^\/v[12](?=\/|$)/i, '')
    return `There is nothing at ${path}. The path should start with ${SCIM_BASE_PATH}${
      inside && inside !== '/' ? `, for example ${SCIM_BASE_PATH}${inside}` : ''
    }. Check the Tenant URL.`
  }

  const rest = path.slice(SCIM_BASE_PATH.length)
  const doubled = endpoints.find(endpoint =>
    rest.toLowerCase().startsWith(`${endpoint}${endpoint}`.toLowerCase())
  )
  if (doubled) {
    return `There is nothing at ${path}: it ends in ${doubled}${doubled}. Leave ${doubled} out of the Tenant URL; the client adds it.`
  }
  if (rest.toLowerCase().startsWith(SCIM_BASE_PATH)) {
    return `There is nothing at ${path}: ${SCIM_BASE_PATH} stands in it twice. Check the Tenant URL.`
  }
  const [, first = ''] = /^(\/[^/]*)/.exec(rest) ?? []
  const meant = endpoints.find(endpoint => endpoint.toLowerCase() === first.toLowerCase())
  if (meant && meant !== first) return `There is nothing at ${path}. Did you mean ${SCIM_BASE_PATH}${meant}?`
  return `There is nothing at ${path}. This server has ${endpoints.join(', ')} below ${SCIM_BASE_PATH}.`
}
