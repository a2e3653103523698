import { app, session, shell } from 'electron'
import type { WebContents } from 'electron'
import { isConsoleAddress } from './console-address'

/** Copy buttons; nothing else that asks for a permission is used. */
const GRANTED = 'clipboard-sanitized-write'

/** No page of ours leaves the console, opens a window or embeds anything; holds for every page there will ever be. */
export function confinePages() {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents) {
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame || !isConsoleAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isOpenedOutside(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** Links lead to the person's browser, and only by https: other schemes start programs. */
function isOpenedOutside(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:'
}

/** Everything a page could be permitted is refused, except what GRANTED names. */
export function refusePermissions() {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler(
    (_contents, permission, answer, { isMainFrame, requestingUrl }) =>
      answer(permission === GRANTED && isMainFrame && isConsoleAddress(requestingUrl))
  )
  defaultSession.setPermissionCheckHandler((contents, permission, _origin, { isMainFrame }) =>
    Boolean(permission === GRANTED && isMainFrame && contents && isConsoleAddress(contents.getURL()))
  )
  defaultSession.setDevicePermissionHandler(() => false)
}
