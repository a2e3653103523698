import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the range from which systems give ports by themselves, so that nobody is given it before it is used. */
const RANGE = [20_000, 32_000] as const

/** A port on which nobody listens now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...RANGE)
    const server = createServer().listen(port, '127.0.0.1')
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false
    )
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
