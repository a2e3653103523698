import { MessageChannel } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { ipcMain } from 'electron'
import type { IpcMainEvent, MessagePortMain } from 'electron'
import { isConsoleAddress } from './console-address'

/**
 * Takes the ports that windows offer and connects each to the engine thread. A window offers a new one after each
 * load and whenever its last one was closed, for example because the engine was started again.
 */
export function carryPorts(connect: (port: MessagePort) => void) {
  ipcMain.on('usher:connect', event => {
    const [offered] = event.ports
    if (!offered) return
    if (isFromConsole(event)) relay(offered, connect)
    else offered.close()
  })
}

/** Only the console's own top frame. `senderFrame` is null once its frame is gone. */
function isFromConsole({ sender, senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isConsoleAddress(senderFrame.url)
}

/** A MessagePortMain cannot be handed to a worker, so what arrives on either side is copied to the other. */
function relay(window: MessagePortMain, connect: (port: MessagePort) => void) {
  const { port1: near, port2: far } = new MessageChannel()
  window.on('message', ({ data }) => near.postMessage(data))
  near.on('message', data => window.postMessage(data))
  window.on('close', () => near.close())
  near.on('close', () => window.close())
  connect(far)
  window.start()
  near.start()
}
