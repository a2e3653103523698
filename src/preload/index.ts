import { contextBridge, ipcRenderer } from 'electron'

/** The little of the page that is seen here. The DOM's types belong to the renderer. */
declare const window: {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
}
type PageMessage = { source: unknown; data: { kind?: unknown } | null; ports: Ports }
type Ports = NonNullable<Parameters<typeof ipcRenderer.postMessage>[2]>

// The page makes a MessageChannel and posts one end to itself; this hands it on to main, which checks the sender.
window.addEventListener('message', ({ source, data, ports }) => {
  const [port] = ports
  if (source !== window || data?.kind !== 'usher:connect' || !port) return
  ipcRenderer.postMessage('usher:connect', null, [port])
})

contextBridge.exposeInMainWorld('bridge', { kind: 'electron', platform: process.platform })
