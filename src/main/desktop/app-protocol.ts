import { join } from 'node:path'
import { protocol } from 'electron'
import { staticFile } from '../platform/static-files'
import { CONSOLE_HOST, CONSOLE_SCHEME } from './console-address'

/** Must run before the app is ready: afterwards Chromium's list of schemes is closed. */
export function registerConsoleScheme() {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: CONSOLE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
    }
  ])
}

/** Serves the built console as app://console/, with its content security policy, and nothing else. */
export function serveConsole() {
  const folder = join(import.meta.dirname, '../renderer')

  protocol.handle(CONSOLE_SCHEME, async request => {
    const { host, pathname } = new URL(request.url)
    if (host !== CONSOLE_HOST || request.method !== 'GET') return new Response(null, { status: 404 })

    const { status, headers, body } = await staticFile(folder, pathname)
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
  })
}
