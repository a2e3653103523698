import { once } from 'node:events'
import { connect } from 'node:net'
import { SCIM_MEDIA_TYPE } from '../../src/shared/scim'

/** A request of which everything but the last byte has arrived. */
export async function beginRequest(origin: string, token: string, user: object) {
  const { hostname, port } = new URL(origin)
  const body = JSON.stringify(user)
  const socket = connect({ host: hostname, port: Number(port) })
  await once(socket, 'connect')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.write(
    `POST /scim/v2/Users HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: ${SCIM_MEDIA_TYPE}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, -1)}`
  )
  // A later request is answered, so the first has been read.
  await fetch(`${origin}/health`)
  return {
    async finish() {
      const end = once(socket, 'close')
      socket.write(body.slice(-1))
      await end
      return answer
    }
  }
}
