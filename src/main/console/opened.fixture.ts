import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import type { Contract } from '../../shared/contract'
import { startEngine } from '../engine/started.fixture'

/** A console on the real engine, over a port, as a window has it. */
export async function openConsole(options: Parameters<typeof startEngine>[0] = {}) {
  const started = await startEngine(options)
  const { port1, port2 } = new MessageChannel()
  started.engine.connect(port2)
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port1 }))
  port1.start()
  onTestFinished(() => port1.close())
  return { ...started, client, port1 }
}

/** The code and message of the typed error that a call ends in. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason
  )
  if (error instanceof ORPCError) return `${error.code}: ${error.message}`
  throw new Error(`expected a typed error, not ${String(error)}`)
}
