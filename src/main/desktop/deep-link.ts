/** The scheme of links that open the console at a place: `usher://users/4f1c` shows `#/users/4f1c`. */
export const LINK_SCHEME = 'usher'

const LONGEST_LINK = 2_000

/**
 * The route a link leads to. A link can only navigate: it is a place in the console, written as the console itself
 * writes it, and never an address to load.
 *
 * @returns null for anything that is no such link
 */
export function routeOfLink(link: string): string | null {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return null
  const { protocol, hostname, pathname, search } = new URL(link)
  if (protocol !== `${LINK_SCHEME}:` || !/^[a-z]+$/.test(hostname)) return null
  return `#/${hostname}${pathname === '/' ? '' : pathname}${search}`
}

/** Windows and Linux hand a link over as an argument of the launch. */
export function routeInArguments(argv: string[]): string | null {
  return argv.map(routeOfLink).find(route => route !== null) ?? null
}
