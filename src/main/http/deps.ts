import type { Named } from '../../shared/scim'
import type { Settings } from '../../shared/settings'
import type { Tokens } from '../directory/tokens'
import type { Directory } from '../directory/types'
import type { Journal } from '../journal/types'
import type { AppLog } from '../platform/app-log'
import type { Clock } from '../platform/clock'
import type { Registry } from '../scim/model'
import type { Faults } from './faults'
import type { OwnRequests } from './own-requests'
import type { TunnelChecks } from './tunnel-checks'
import type { Scrub } from './without-secrets'

/** What the SCIM listener stands on. */
export interface HttpDeps {
  directory: Directory
  journal: Pick<Journal, 'open' | 'close'>
  registry: Registry
  tokens: Pick<Tokens, 'findBySecret' | 'findClient' | 'grant' | 'used'>
  scrub: Scrub
  faults: Pick<Faults, 'isAnyArmed' | 'meet'>
  own: Pick<OwnRequests, 'kindOf' | 'replayOf'>
  tunnelChecks: Pick<TunnelChecks, 'answer'>
  /** What a resource is called, for the log; null when there is none of this id. */
  nameOf: (id: string) => Named | null
  /** The settings as they are now; read for each request. */
  settings: () => Settings
  clock: Clock
  log: AppLog
  /** Waits before a refusal is answered; tests hand in their own. */
  wait?: (delayMs: number) => Promise<void>
}
