import { SCIM_BASE_PATH } from './scim'

/** Where OAuth clients fetch access tokens (RFC 6749 §3.2): beside the SCIM base path, on the same listener. */
export const TOKEN_PATH = '/oauth2/token'

/**
 * A public URL as a base for links: `https://host/scim/v2`, whether or not it was given with the base path or a slash at its end.
 *
 * @param publicUrl an absolute URL
 */
export function withBasePath(publicUrl: string): string {
  const [address = ''] = publicUrl.split(/[?#]/)
  const bare = address.replace(/\/+$/, '')
  return bare.endsWith(SCIM_BASE_PATH) ? bare : bare + SCIM_BASE_PATH
}

/** What belongs into Entra's "Tenant URL" field. */
export function tenantUrlOf(
  publicUrl: string | null,
  host: string,
  port: number,
  { isTls = false } = {}
): string {
  return publicUrl
    ? withBasePath(publicUrl)
    : `${isTls ? 'https' : 'http'}://${inUrl(host)}:${port}${SCIM_BASE_PATH}`
}

/** What belongs into Entra's "Token endpoint" field, for the server with this Tenant URL. */
export const tokenEndpointOf = (tenantUrl: string): string =>
  tenantUrl.slice(0, -SCIM_BASE_PATH.length) + TOKEN_PATH

/** Entra calls from the internet and speaks https only. */
export const isReachableFromEntra = (tenantUrl: string): boolean => {
  const [, host] = /^https:\/\/(\[[^\]]*\]|[^/:]*)/i.exec(tenantUrl) ?? []
  return host !== undefined && !isLocalHost(host)
}

/** Names and addresses that mean this computer or this network. */
const isLocalHost = (host: string): boolean =>
  /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[(::1?|f[cd].*|fe80.*)\]$)/i.test(
    host
  ) ||
  /\.(local|localhost|internal|home\.arpa)$/i.test(host) ||
  !/[.:]/.test(host)

/** `0.0.0.0` is where one listens, not where one calls; IPv6 needs brackets. */
function inUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
