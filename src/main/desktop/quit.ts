import { app, BrowserWindow } from 'electron'

/** Quitting waits until the engine has answered the requests in flight and everything is on disk. */
export function quitAfter(stop: () => Promise<void>) {
  let isStopped = false

  app.on('before-quit', event => {
    if (isStopped) return
    event.preventDefault()
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    void stop().then(() => {
      isStopped = true
      app.quit()
    })
  })
}
