import { app } from 'electron'

export const CONSOLE_SCHEME = 'app'
export const CONSOLE_HOST = 'console'

// Of "app:" URLs Node calls the origin "null", so addresses are compared by this prefix.
const BUILT_CONSOLE = `${CONSOLE_SCHEME}://${CONSOLE_HOST}/`

/** Where the console's page comes from: its own scheme or, while developing, the server that electron-vite names. */
export function consoleAddress(): string {
  const developed = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  return developed ? new URL('/', developed).href : BUILT_CONSOLE
}

export const isDeveloping = (): boolean => consoleAddress() !== BUILT_CONSOLE

export const isConsoleAddress = (url: string): boolean => url.startsWith(consoleAddress())
