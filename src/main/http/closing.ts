import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { BusySockets } from './busy-sockets'

/**
 * Lets the server close only connections on which nothing is going on. Node itself takes one for idle as soon as its answer has been
 * handed over, also while that is still on its way (over TLS, or to a slow client), and would cut it.
 *
 * @param busySockets those with a request in flight, until its answer has left
 */
export function closeOnlyQuiet(server: Server, isTls: boolean, busySockets: BusySockets): void {
  const open = new Set<Socket>()
  server.on(isTls ? 'secureConnection' : 'connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.closeIdleConnections = () => {
    for (const socket of open) if (!busySockets.isBusy(socket)) socket.destroy()
  }
}
