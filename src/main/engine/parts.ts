import type { ServerState } from '../../shared/contract'
import type { Settings } from '../../shared/settings'
import type { TunnelState } from '../../shared/tunnel'
import type { ChooseFile, DesktopDesk } from '../console/deps'
import type { EngineOptions } from '../engine-protocol'
import type { AppLog } from '../platform/app-log'
import type { Clock } from '../platform/clock'
import type { TunnelDeskOptions } from '../tunnel/desk'

/** What an engine is made of, from outside. */
export interface EngineParts extends EngineOptions {
  clock: Clock
  appLog: AppLog
  /** False keeps the request log in memory only, and short. */
  isLogKept?: boolean
  /** False where nobody can look at anything: the log need not be made searchable. */
  hasConsole?: boolean
  /** Asks a person where to save a file. */
  chooseFile?: ChooseFile
  /** How the tunnel doctor goes out, where that differs from the machine's own way. */
  tunnel?: Pick<TunnelDeskOptions, 'ca' | 'env' | 'apis' | 'firstPauseMs'>
  desktop?: DesktopDesk
  /** 0 ≤ x < 1; decides which requests a fault meets. Without it, chance. */
  chance?: () => number
  /** Stops this engine in order and starts another one with `restore`; without it nothing can be restored while it runs. */
  reopen?: (restore: string) => void
  onServerChanged?: (server: ServerState) => void
  onSettingsChanged?: (settings: Settings) => void
  onTunnelChanged?: (tunnel: TunnelState) => void
}
