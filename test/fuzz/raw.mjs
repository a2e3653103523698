/** Bytes that are hardly HTTP, on sockets of their own: the server may refuse them or hang up, but only in sound answers. */
import { connect } from 'node:net'

const PATIENCE_MS = 3_000

/** @returns {Buffer} what to send; answers to it are counted, not predicted */
export function oddBytes(random, { token, id }) {
  const head = (line, ...headers) =>
    [line, 'Host: fuzz', `Authorization: Bearer ${token}`, ...headers, '', ''].join('\r\n')
  const json = 'Content-Type: application/scim+json'
  const body = '{"userName":"raw"}'
  const get = `GET /scim/v2/Users/${id} HTTP/1.1`
  const post = 'POST /scim/v2/Users HTTP/1.1'
  const chunk = text => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
  const size = random.pick([1, 100, 5_000, 20_000, 100_000])
  const made = random.pick([
    () => head(post, json, 'Content-Length: abc') + body,
    () => head(post, json, 'Content-Length: -1') + body,
    () => head(post, json, `Content-Length: ${body.length}`, 'Content-Length: 3') + body,
    () => head(post, json, 'Content-Length: 3') + body,
    () => head(post, json, 'Content-Length: 99999999999') + body,
    () => head(post, json, `Content-Length: ${body.length}`, 'Transfer-Encoding: chunked') + body,
    () => head(post, json, 'Transfer-Encoding: chunked') + chunk(body) + '0\r\n\r\n',
    () => head(post, json, 'Transfer-Encoding: chunked') + body.split('').map(chunk).join('') + '0\r\n\r\n',
    () => head(post, json, 'Transfer-Encoding: chunked') + 'zz\r\nbroken\r\n0\r\n\r\n',
    () => head(post, json, 'Transfer-Encoding: gzip, chunked') + chunk(body) + '0\r\n\r\n',
    () => head(post, json, 'Expect: 100-continue', `Content-Length: ${body.length}`) + body,
    () => head(post, json, 'Expect: something', `Content-Length: ${body.length}`) + body,
    () => head(post, json, 'Content-Encoding: gzip', `Content-Length: ${body.length}`) + body,
    () => head(post, 'Content-Type: text/plain', `Content-Length: ${body.length}`) + body,
    () => head(get, `X-Long: ${'a'.repeat(size)}`),
    () => head(get, ...Array.from({ length: size / 10 }, (_, at) => `X-${at}: y`)),
    () => head(`GET /scim/v2/Users?filter=${'a'.repeat(size)} HTTP/1.1`),
    () => head(get, 'If-None-Match: ' + 'W/"1", '.repeat(size / 100)),
    () => head(get).repeat(1 + random.integer(20)),
    () => head(get) + head(post, json, `Content-Length: ${body.length}`) + body + head(get),
    () => head(get, 'Upgrade: websocket', 'Connection: Upgrade'),
    () =>
      head(
        get,
        'Upgrade: h2c',
        'Connection: Upgrade, HTTP2-Settings',
        'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA'
      ),
    () => head(get.replace('1.1', '1.0')),
    () => head(get.replace('1.1', '9.9')),
    () => head('GET\t/scim/v2/Users HTTP/1.1'),
    () => head('GET /scim/v2/Users\u0000 HTTP/1.1'),
    () => head('CONNECT fuzz:443 HTTP/1.1'),
    () => head('OPTIONS * HTTP/1.1'),
    () => head('GET http://elsewhere.example/scim/v2/Users HTTP/1.1'),
    () => head(get, 'Bad Header: x'),
    () => head(get, 'X: a\r\n folded'),
    () => get + '\n\n',
    () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    () => '\u0016\u0003\u0001\u0002\u0000\u0001',
    () => '\r\n\r\n\r\n',
    () => Array.from({ length: 200 }, () => String.fromCharCode(random.integer(256))).join('')
  ])()
  const bytes = Buffer.from(made, 'latin1')
  const roll = random.next()
  if (roll < 0.2) return bytes.subarray(0, random.integer(bytes.length))
  if (roll < 0.3) bytes[random.integer(bytes.length)] = random.integer(256)
  return bytes
}

/**
 * Sends the bytes in one or two pieces, says that nothing will follow, and reads until the server hangs up.
 * @returns {Promise<string>} all that came back, empty when the connection was reset
 */
export function exchangeBytes({ host, port }, bytes, cut) {
  return new Promise(resolve => {
    const received = []
    const socket = connect({ host, port })
    const end = () => {
      clearTimeout(impatience)
      socket.destroy()
      resolve(Buffer.concat(received).toString('utf8'))
    }
    const impatience = setTimeout(end, PATIENCE_MS)
    socket.on('data', chunk => received.push(chunk))
    socket.on('error', end)
    socket.on('close', end)
    socket.on('connect', () => {
      socket.write(bytes.subarray(0, cut))
      socket.end(bytes.subarray(cut))
    })
  })
}

/** What is wrong with the answers that came back, if anything: statuses and JSON as everywhere. */
export function faultOfBytes(bytes, received) {
  const told = `${JSON.stringify(bytes.toString('latin1').slice(0, 200))} → ${received.slice(0, 300)}`
  if (received !== '' && !received.startsWith('HTTP/1.1 ')) return `no HTTP: ${told}`
  for (const [, status] of received.matchAll(/HTTP\/1\.1 (\d{3}) /g))
    if (Number(status) >= 500 && status !== '501') return `${status}: ${told}`
  return null
}
