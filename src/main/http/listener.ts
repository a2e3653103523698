import type { FastifyInstance } from 'fastify'
import type { Clock } from '../platform/clock'
import { NoCertificate } from './tls'

export interface Address {
  host: string
  /** 0 for any free one. */
  port: number
}

export type ListenerState =
  | { kind: 'running'; host: string; port: number; startedAt: number }
  | { kind: 'stopped'; host: string; port: number }
  | { kind: 'port-taken'; host: string; port: number }
  /** The port needs rights we have not, or the address is not one of this machine. */
  | { kind: 'failed'; host: string; port: number; reason: string }

/** Requests in flight get this long to finish once the listener stops. */
const LAST_REQUESTS_MS = 2_500

/** A client keeps its connection open after its last answer; so soon it is closed from here. */
const TIDY_MS = 25

/**
 * The door: opens and closes while the engine lives. A busy port is a state to be shown, never a crash and never a silent change.
 *
 * @param build a fresh server for each start, because a closed one cannot listen again
 */
export function createListener(build: () => FastifyInstance, clock: Clock, initial: Address) {
  let state: ListenerState = { kind: 'stopped', ...initial }
  let server: FastifyInstance | null = null
  let turn: Promise<unknown> = Promise.resolve()

  async function start(address: Address): Promise<ListenerState> {
    await shut()
    const next = attemptBuild(address)
    if ('kind' in next) return (state = next)
    try {
      await next.listen({ host: address.host, port: address.port })
    } catch (error) {
      await next.close()
      state = whyNot(error, address)
      return state
    }
    server = next
    state = { kind: 'running', host: address.host, port: portOf(next, address.port), startedAt: clock.now() }
    return state
  }

  function attemptBuild(address: Address): FastifyInstance | ListenerState {
    try {
      return build()
    } catch (error) {
      if (error instanceof NoCertificate) return { kind: 'failed', ...address, reason: error.message }
      throw error
    }
  }

  async function shut(): Promise<void> {
    const { host, port } = state
    if (server) await closeGently(server)
    server = null
    state = { kind: 'stopped', host, port }
  }

  /** Starts and stops happen one after the other, whoever asks. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  return {
    state: (): ListenerState => state,
    /** Listens at `address`, leaving another one if it was there. Never rejects because of the address. */
    start: (address: Address): Promise<ListenerState> => inTurn(() => start(address)),
    /** Takes no more requests and resolves when those in flight are answered, within 2.5 s. */
    stop: (): Promise<ListenerState> => inTurn(() => shut().then(() => state))
  }
}
export type Listener = ReturnType<typeof createListener>

async function closeGently(server: FastifyInstance): Promise<void> {
  const impatience = setTimeout(() => server.server.closeAllConnections(), LAST_REQUESTS_MS)
  const tidying = setInterval(() => server.server.closeIdleConnections(), TIDY_MS)
  try {
    await server.close()
  } finally {
    clearTimeout(impatience)
    clearInterval(tidying)
  }
}

function portOf(server: FastifyInstance, asked: number): number {
  const address = server.server.address()
  return typeof address === 'object' && address ? address.port : asked
}

const REASONS: Record<string, (address: Address) => string> = {
  EACCES: ({ port }) => `This user may not open port ${port}. Ports below 1024 often need an administrator.`,
  EADDRNOTAVAIL: ({ host }) => `${host} is not an address of this computer.`,
  ENOTFOUND: ({ host }) => `There is no host named ${host}.`,
  EAI_AGAIN: ({ host }) => `There is no host named ${host}.`
}

function whyNot(error: unknown, address: Address): ListenerState {
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return { kind: 'port-taken', ...address }

  const reason = REASONS[code]
  if (!reason) throw error
  return { kind: 'failed', ...address, reason: reason(address) }
}
