import { readFileSync } from 'node:fs'
import {
  createServer as createPlain,
  request as forward,
  type IncomingMessage,
  type ServerResponse
} from 'node:http'
import { createServer } from 'node:https'
import { type AddressInfo, connect, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { once } from 'node:events'

const CERTIFICATES = join(import.meta.dirname, 'certificates')
export const certificateFile = (name: string): string => join(CERTIFICATES, name)
const read = (name: string) => readFileSync(certificateFile(name))

/** The authority that signed every certificate of the tests. */
export const TEST_AUTHORITY = read('ca.pem').toString('utf8')

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** An https server that stands in for a tunnel. */
export async function openFront(answer: Answer, certificate = 'tunnel') {
  const server = createServer({ key: read(`${certificate}.key`), cert: read(`${certificate}.pem`) }, answer)
  const port = await listening(server)
  return { port, origin: `https://localhost:${port}`, close: () => closed(server) }
}

/** Hands requests on to a server on this computer, changed if wanted. */
export const handOn =
  (
    target: () => string,
    change: (request: {
      path: string
      method: string
      headers: IncomingMessage['headers']
    }) => void = () => {}
  ): Answer =>
  (request, response) => {
    const sent = {
      path: request.url ?? '/',
      method: request.method ?? 'GET',
      headers: { ...request.headers }
    }
    change(sent)
    const onward = forward(target(), sent, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () =>
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502 Bad Gateway</h1>')
    )
    request.pipe(onward)
  }

/** An outgoing proxy that leads every name to this computer, as a company's would lead to the internet. */
export async function openOutgoingProxy() {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const server = createPlain((_request, response) => response.writeHead(405).end())
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    sockets.add(client)
    const authority = request.url ?? ''
    seen.push(authority)
    const onward = connect(Number(authority.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(client).pipe(onward)
    })
    onward.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'))
    client.on('error', () => onward.destroy())
  })
  const port = await listening(server)
  return { url: `http://127.0.0.1:${port}`, seen, close }

  async function close() {
    for (const socket of sockets) socket.destroy()
    await closed(server)
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function closed(server: Server & { closeAllConnections?: () => void }): Promise<void> {
  server.closeAllConnections?.()
  await new Promise(resolve => server.close(resolve))
}
