import { create } from 'zustand'
import type { SetupState } from '../../shared/setup'
import type { TunnelProgram, TunnelState } from '../../shared/tunnel'
import { client } from '../bridge'

interface SetupStore {
  setup: SetupState | null
  tunnel: TunnelState
}

const NO_TUNNEL: TunnelState = { run: null, report: null, isChecking: false }

/** How far the connection has come, for the Setup screen, the rail and the header. */
export const useSetup = create<SetupStore>(() => ({ setup: null, tunnel: NO_TUNNEL }))

/** Traffic comes in bursts: asked again at most this often. */
const REFRESH_MS = 250

let timer: ReturnType<typeof setTimeout> | null = null

export async function loadSetup() {
  const [setup, tunnel] = await Promise.all([client.setup.state(), client.tunnel.state()])
  useSetup.setState({ setup, tunnel })
}

/** Asks again soon. What cannot be had now comes with the next connection. */
export function setupMayHaveChanged() {
  timer ??= setTimeout(() => {
    timer = null
    void loadSetup().catch(() => undefined)
  }, REFRESH_MS)
}

export function tunnelChanged(tunnel: TunnelState) {
  useSetup.setState({ tunnel })
  setupMayHaveChanged()
}

export async function playDemo() {
  await client.setup.playDemo()
  await loadSetup()
}

export async function resetDemo() {
  const { removedCount } = await client.setup.resetDemo()
  await loadSetup()
  return removedCount
}

export const startTunnel = async (program: TunnelProgram) =>
  tunnelChanged(await client.tunnel.start({ program }))

export const stopTunnel = async () => tunnelChanged(await client.tunnel.stop())

export const checkTunnel = () => client.tunnel.check()

export const findTunnels = () => client.tunnel.look()
