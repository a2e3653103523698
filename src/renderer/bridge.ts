/**
 * The one way out of the page. In Electron (`window.bridge` exists) calls travel over a MessagePort that the preload hands on;
 * in a browser over HTTP. Nothing above this file can tell which.
 */
import { createORPCClient, DynamicLink, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../shared/contract'

export type Client = ContractRouterClient<Contract>

/** What the preload looks for; `ports[0]` is the server's end. */
const CONNECT = { kind: 'usher:connect' } as const

let link: ClientLink<ClientContext> | null = null
let port: MessagePort | null = null

const carrier = (): ClientLink<ClientContext> => (link ??= 'bridge' in window ? overPort() : overHttp())

/** Calls always take the present link, so a client outlives a reconnection. */
export const client: Client = createORPCClient(new DynamicLink(() => carrier()))

/** Forgets the present link; the next call makes a new one. */
export function reconnect() {
  port?.close()
  port = null
  link = null
}

function overPort(): ClientLink<ClientContext> {
  const { port1: near, port2: far } = new MessageChannel()
  port = near
  // What is asked on a port that was closed would wait for ever.
  near.addEventListener('close', () => {
    if (port === near) reconnect()
  })
  near.start()
  window.postMessage(CONNECT, '*', [far])
  return new PortLink({ port: near })
}

const overHttp = (): ClientLink<ClientContext> => new HttpLink({ url: new URL('/rpc', location.href).href })
