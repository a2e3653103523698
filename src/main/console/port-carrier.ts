import type { MessagePort } from 'node:worker_threads'
import { RPCHandler } from '@orpc/server/message-port'
import type { ConsoleDeps } from './deps'
import { router } from './router'

/** Carries the contract over ports: one per window, relayed by the desktop's main thread. */
export function createPortCarrier(deps: ConsoleDeps) {
  const handler = new RPCHandler(router)
  const open = new Set<MessagePort>()

  return {
    connect(port: MessagePort): void {
      open.add(port)
      port.once('close', () => open.delete(port))
      handler.upgrade(port, { context: deps })
      port.start()
    },
    close(): void {
      for (const port of open) port.close()
    }
  }
}
