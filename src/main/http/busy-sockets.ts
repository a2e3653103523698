import type { Socket } from 'node:net'

/** Which connections have a request in flight. One entry per connection for its whole life: a set that changes with every request costs more. */
export function createBusySockets() {
  const connections = new WeakMap<Socket, { isBusy: boolean }>()

  return {
    begin(socket: Socket): void {
      const known = connections.get(socket)
      if (known) known.isBusy = true
      else connections.set(socket, { isBusy: true })
    },
    end(socket: Socket): void {
      const known = connections.get(socket)
      if (known) known.isBusy = false
    },
    isBusy: (socket: Socket): boolean => connections.get(socket)?.isBusy ?? false
  }
}
export type BusySockets = ReturnType<typeof createBusySockets>
