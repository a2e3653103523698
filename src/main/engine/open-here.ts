import { tenantUrlOf } from '../../shared/tenant-url'
import type { LentTokens } from '../directory/lent-tokens'
import type { ListenerState } from '../http/listener'
import type { OwnRequests } from '../http/own-requests'
import type { OwnTarget } from '../simulator/desk'

interface Parts {
  ownDoor(): ListenerState
  lent: LentTokens
  own: OwnRequests
}

/** This console as the simulator's target: its address, a token for one run, and the marks of our own requests. */
export const createOpenHere =
  ({ ownDoor, lent, own }: Parts) =>
  (): OwnTarget | null => {
    const { kind, host, port } = ownDoor()
    if (kind !== 'running') return null
    const { secret, giveBack } = lent.lend('Simulator')
    return {
      url: tenantUrlOf(null, host, port),
      secret,
      marks: { simulated: own.mark('simulated'), check: own.mark('check') },
      giveBack
    }
  }
