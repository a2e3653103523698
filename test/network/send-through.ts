import { Agent, request } from 'node:https'
import type { Send } from '../conversations/replay'
import { TEST_AUTHORITY } from '../tls-front'

/** As Entra sends: no User-Agent, kept connections, the target on the wire as it is written. Call `end` afterwards. */
export function createSender() {
  const agent = new Agent({ keepAlive: true, ca: TEST_AUTHORITY })
  const through =
    (origin: string): Send =>
    ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const length = body === null ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
        const { hostname, port } = new URL(origin)
        const sent = request(
          { agent, hostname, port, method, path, headers: { ...headers, ...length } },
          answer => {
            const chunks: Buffer[] = []
            answer.on('data', (chunk: Buffer) => chunks.push(chunk))
            answer.on('end', () =>
              resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') })
            )
          }
        )
        sent.on('error', reject)
        sent.end(body ?? undefined)
      })
  return { through, end: () => agent.destroy() }
}
