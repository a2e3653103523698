import { randomBytes } from 'node:crypto'
import { RPCHandler } from '@orpc/server/fastify'
import Fastify, { type FastifyInstance } from 'fastify'
import { staticFile } from '../platform/static-files'
import { answerOnlyThisBrowser } from './browser-session'
import type { ConsoleDeps } from './deps'
import { router } from './router'

const LOOPBACK = '127.0.0.1'
const MOST_BODY_BYTES = 1_048_576

export interface ConsoleListener {
  /** With the key that opens the first session: for the person who started the program, not for a log. */
  url: string
  close(): Promise<void>
}

/**
 * Serves the console to a browser on this computer: the built page, and the contract under `/rpc`. Always on loopback, never on the
 * SCIM port.
 *
 * @param deps null while the engine is closed for a moment
 * @param port 0 for any free one
 * @throws Error, with a sentence, when the port is taken
 */
export async function openConsoleListener(
  deps: () => ConsoleDeps | null,
  options: { port: number; rendererFolder: string }
): Promise<ConsoleListener> {
  const key = randomBytes(24).toString('base64url')
  const app = Fastify({ bodyLimit: MOST_BODY_BYTES, forceCloseConnections: true })

  answerOnlyThisBrowser(app, { key, port: () => portOf(app) })
  carryContract(app, deps)
  servePage(app, options.rendererFolder)

  await listen(app, options.port)
  return { url: `http://${LOOPBACK}:${portOf(app)}/?key=${key}`, close: () => app.close() }
}

async function listen(app: FastifyInstance, port: number): Promise<void> {
  try {
    await app.listen({ host: LOOPBACK, port })
  } catch (error) {
    await app.close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(
      `Port ${port}, for the console, is in use by another program. Use another --console-port, 0 for any free one, or "off".`,
      { cause: error }
    )
  }
}

function carryContract(app: FastifyInstance, deps: () => ConsoleDeps | null): void {
  const handler = new RPCHandler(router)
  app.all('/rpc/*', async (request, reply) => {
    const context = deps()
    if (!context) return reply.code(503).send({ message: 'The engine is being opened again.' })
    const { matched } = await handler.handle(request, reply, { prefix: '/rpc', context })
    if (!matched) return reply.code(404).send({ message: 'There is no such call.' })
    return reply
  })
}

function servePage(app: FastifyInstance, folder: string): void {
  app.get('/*', async (request, reply) => {
    const [pathname = '/'] = request.url.split('?', 1)
    const { status, headers, body } = await staticFile(folder, pathname)
    return reply.code(status).headers(headers).send(body)
  })
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : 0
}
