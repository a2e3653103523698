/**
 * A small HTTP/1.1 load generator on raw sockets: one request in flight per connection, keep-alive, answers by Content-Length.
 * It costs a fraction of what node:http costs, so that on two cores the server is what is measured.
 */
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'

/**
 * Sends `requests` over `concurrency` connections. A request is `{ method, path, body?, check(status, text) }`, or a function
 * returning one (called when it is sent, so that it can use earlier answers). Throws on the first answer that `check` refuses.
 * @returns {Promise<{ count: number, elapsedMs: number, latenciesMs: Float64Array }>}
 */
export async function sendAll(target, requests, concurrency) {
  const latenciesMs = new Float64Array(requests.length)
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: Math.min(concurrency, requests.length) }, async () => {
      const connection = await openConnection(target)
      while (next < requests.length) {
        const index = next++
        const request = typeof requests[index] === 'function' ? requests[index]() : requests[index]
        const sentAt = performance.now()
        const answer = await connection.send(request)
        latenciesMs[index] = performance.now() - sentAt
        const fault = request.check?.(answer.status, answer.text) ?? null
        if (fault !== null)
          throw new Error(`${request.method} ${request.path}: ${fault}: ${answer.text.slice(0, 300)}`)
      }
      connection.close()
    })
  )
  return { count: requests.length, elapsedMs: performance.now() - startedAt, latenciesMs }
}

export function expectStatus(...allowed) {
  return status => (allowed.includes(status) ? null : `answered ${status}, expected ${allowed.join(' or ')}`)
}

/** @returns {{ p50: number, p95: number, p99: number, max: number }} milliseconds */
export function percentiles(latenciesMs) {
  const sorted = latenciesMs.toSorted()
  const at = share => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: round(sorted.at(-1) ?? 0) }
}

export const round = value => Math.round(value * 1000) / 1000

/** One keep-alive connection; `send` resolves to `{ status, text }` and must not be called before the last one did. */
export async function openConnection(target) {
  const { host, port, token } = target
  let socket = null
  let received = []
  let receivedBytes = 0
  let neededBytes = 0
  let waiting = null

  const settle = outcome => {
    const { resolve, reject } = waiting ?? { resolve() {}, reject() {} }
    waiting = null
    received = []
    receivedBytes = 0
    neededBytes = 0
    if (outcome instanceof Error) reject(outcome)
    else resolve(outcome)
  }

  async function open() {
    const opened = connect({ host, port, noDelay: true })
    await new Promise((resolve, reject) => opened.once('connect', resolve).once('error', reject))
    opened.on('data', chunk => {
      received.push(chunk)
      receivedBytes += chunk.length
      // Joining the pieces of a long answer for each new piece would cost more than the answer.
      if (!waiting || receivedBytes < neededBytes) return
      const bytes = received.length === 1 ? chunk : Buffer.concat(received, receivedBytes)
      neededBytes = answerBytes(bytes, waiting.method)
      const answer = receivedBytes < neededBytes ? null : readAnswer(bytes, waiting.method)
      if (!answer) return
      if (answer.closes) {
        opened.removeAllListeners('close')
        opened.destroy()
        socket = null
      }
      settle(answer)
    })
    const fail = error => {
      socket = null
      settle(error instanceof Error ? error : new Error('the server closed the connection'))
    }
    opened.on('error', fail)
    opened.on('close', fail)
    return opened
  }

  return {
    async send({ method, path, body }) {
      socket ??= await open()
      const payload = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
      const head =
        `${method} ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nAuthorization: Bearer ${token}\r\nADSCIMVersion: 5.0\r\n` +
        (body === undefined
          ? '\r\n'
          : `Content-Type: application/scim+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(payload)}\r\n\r\n`)
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject, method }
        socket.write(head + payload)
      })
    },
    close: () => {
      socket?.removeAllListeners('close')
      socket?.destroy()
    }
  }
}

/** How long the answer will be once its head says so; 0 while that is not known. The answer to HEAD ends with its head. */
function answerBytes(bytes, method) {
  if (method === 'HEAD') return 0
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return 0
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, headEnd))
  return length ? headEnd + 4 + Number(length[1]) : 0
}

/** One whole answer, or null while bytes are missing. Understands Content-Length and chunked bodies. */
function readAnswer(bytes, method) {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const head = bytes.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const closes = /\r\nconnection: *close/i.test(head)
  const bodyStart = headEnd + 4
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)
  if (method === 'HEAD' || status === 204 || status === 304) return { status, text: '', closes }
  if (length) {
    const end = bodyStart + Number(length[1])
    return bytes.length < end ? null : { status, text: bytes.toString('utf8', bodyStart, end), closes }
  }
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const body = readChunks(bytes, bodyStart)
    return body === null ? null : { status, text: body, closes }
  }
  return { status, text: '', closes }
}

function readChunks(bytes, start) {
  if (bytes.toString('latin1', bytes.length - 5) !== '0\r\n\r\n') return null
  const parts = []
  let position = start
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', position)
    if (lineEnd < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', position, lineEnd), 16)
    if (size === 0) return Buffer.concat(parts).toString('utf8')
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    position = lineEnd + 2 + size + 2
  }
}
