import type { Address, Listener, ListenerState } from './listener'

const INSIDE: Address = { host: '127.0.0.1', port: 0 }

/**
 * The door to the network and, while that one speaks TLS, a plain one on loopback for what runs on this computer: the simulator,
 * replays, a tunnel program. Both are opened and closed together.
 */
export function createDoors(
  outer: Listener,
  inner: Listener,
  hasTls: () => boolean
): Listener & { own(): ListenerState } {
  return {
    state: outer.state,
    /** Where programs on this computer find the server. */
    own: () => (inner.state().kind === 'running' ? inner.state() : outer.state()),
    async start(address) {
      const started = await outer.start(address)
      if (started.kind === 'running' && hasTls()) await inner.start(INSIDE)
      else await inner.stop()
      return started
    },
    async stop() {
      await inner.stop()
      return outer.stop()
    }
  }
}
