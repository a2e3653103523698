import { request } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Send } from './replay'

/** Hands requests to the server in process, without a socket. */
export const injectInto =
  (server: FastifyInstance): Send =>
  async ({ method, path, headers, body }) => {
    const answer = await server.inject({
      method: method as 'GET',
      url: path,
      headers: { 'user-agent': '', ...headers },
      ...(body !== null && { payload: body })
    })
    return { status: answer.statusCode, body: answer.body }
  }

/** Sends over a real socket. `node:http` adds Host and Connection, nothing else; fetch would add User-Agent and Accept. */
export const sendTo =
  (origin: string): Send =>
  ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(origin)
      const length = body === null ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
      const sent = request({ method, hostname, port, path, headers: { ...headers, ...length } }, answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') })
        )
        answer.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(body ?? undefined)
    })
