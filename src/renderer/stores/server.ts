import { create } from 'zustand'
import type { ServerState } from '../../shared/contract'
import { client } from '../bridge'

/** `lost`: the console does not reach the engine; what is known is the last it said. `locked`: this browser has no session. */
export type Connection = 'connecting' | 'connected' | 'lost' | 'locked'

interface ServerStore {
  connection: Connection
  server: ServerState | null
  /** Between pressing Stop or Start and the answer. */
  isChanging: boolean
}

export const useServer = create<ServerStore>(() => ({
  connection: 'connecting',
  server: null,
  isChanging: false
}))

export function serverChanged(server: ServerState) {
  useServer.setState({ server })
}

export function connectionIs(connection: Connection) {
  useServer.setState({ connection })
}

export async function loadServer() {
  serverChanged(await client.server.state())
}

export const stopServer = () => changing(() => client.server.stop())

/** @param port only when it should differ from the setting; rejects with `PORT_TAKEN` when that one is in use. */
export const startServer = (port?: number) => changing(() => client.server.start({ port }))

async function changing(change: () => Promise<ServerState>) {
  useServer.setState({ isChanging: true })
  try {
    serverChanged(await change())
  } finally {
    useServer.setState({ isChanging: false })
  }
}

/** Rejects with `WRONG_PASSWORD` when the TLS key does not open with it. It is kept nowhere in this page. */
export const setKeyPassword = async (password: string) =>
  serverChanged(await client.tls.setPassword({ password }))

export const forgetKeyPassword = async () => serverChanged(await client.tls.forgetPassword())
