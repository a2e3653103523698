import { app, BrowserWindow } from 'electron'

/**
 * Quitting waits until the engine has answered the requests in flight and everything is on disk.
 *
 * @returns whether the end has begun, so that a window that closes now is not asked about
 */
export function quitAfter(stop: () => Promise<void>): { isQuitting: () => boolean } {
  let isStopped = false
  let isQuitting = false

  app.on('before-quit', event => {
    if (isStopped) return
    event.preventDefault()
    if (isQuitting) return
    isQuitting = true
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    void stop().then(() => {
      isStopped = true
      app.quit()
    })
  })
  return { isQuitting: () => isQuitting }
}
