import { app, BrowserWindow } from 'electron'

/**
 * Quitting waits until the engine has answered the requests in flight and everything is on disk.
 *
 * `isQuitting`: the end has begun, so that a window that closes now is not asked about.
 */
export function quitAfter(stop: () => Promise<void>) {
  let isStopped = false
  let isQuitting = false
  let finish = () => app.quit()

  app.on('before-quit', event => {
    if (isStopped) return
    event.preventDefault()
    if (isQuitting) return
    isQuitting = true
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    void stop().then(() => {
      isStopped = true
      finish()
    })
  })
  return {
    isQuitting: () => isQuitting,
    /** Quits, and once everything is on disk leaves the end to somebody else: an update that is to be installed. */
    quitAndThen(atTheEnd: () => void): void {
      finish = atTheEnd
      app.quit()
    }
  }
}
