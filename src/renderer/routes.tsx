import { useSyncExternalStore } from 'react'

/** The screens that exist, in the order of the rail. */
export const SCREENS = ['setup', 'log', 'users', 'groups', 'tokens', 'simulator', 'settings'] as const
export type Screen = (typeof SCREENS)[number]

/** A place in the console: a screen, the thing looked at on it, and how. Written `#/groups/4f1c?view=effective`. */
export interface Route {
  screen: Screen
  id: string | null
  view: Record<string, string>
}

/** Setup stands first until it is done, then last. */
export const railOrder = (isSetUp: boolean): Screen[] =>
  isSetUp ? [...SCREENS.filter(screen => screen !== 'setup'), 'setup'] : [...SCREENS]

/** Nowhere in particular: the console chooses where to begin. */
export const isHome = (hash: string): boolean => /^#?\/?$/.test(hash)

const HOME: Route = { screen: 'log', id: null, view: {} }

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [screen, ...rest] = path.split('/')
  if (!isScreen(screen)) return HOME
  return {
    screen,
    id: rest.length > 0 && rest[0] !== '' ? unescaped(rest.join('/')) : null,
    view: Object.fromEntries(new URLSearchParams(query))
  }
}

export function hrefOf(
  screen: Screen,
  id: string | number | null = null,
  view: Record<string, string> = {}
): string {
  const query = new URLSearchParams(view).toString()
  return `#/${screen}${id === null ? '' : `/${encodeURIComponent(id)}`}${query && `?${query}`}`
}

/** Goes there. `isReplacing`: without a step to go back to. */
export function goTo(href: string, { isReplacing = false } = {}) {
  if (!isReplacing) location.hash = href
  else {
    history.replaceState(null, '', href)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  }
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return readRoute(hash)
}

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

const isScreen = (text: string | undefined): text is Screen => SCREENS.some(screen => screen === text)

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
