import type { Backup, BackupList, RestorePreview } from '../../shared/backup'
import type { ServerState } from '../../shared/contract'
import type { DesktopState, NewsTopic } from '../../shared/desktop'
import type { ArmedFault, FaultRule } from '../../shared/fault'
import type { ExchangeDetail } from '../../shared/exchange'
import type { EditedRequest } from '../../shared/log-contract'
import type { Settings } from '../../shared/settings'
import type { UpdateDeed, UpdateStep } from '../../shared/update'
import type { WorkspaceDeed, WorkspaceState } from '../../shared/workspace'
import type { Exports } from '../directory/exports'
import type { Tokens } from '../directory/tokens'
import type { Directory } from '../directory/types'
import type { Views } from '../directory/views'
import type { ConsoleJournal } from '../journal/types'
import type { Clock } from '../platform/clock'
import type { DeckShelf } from '../simulator/decks/shelf'
import type { SimulatorDesk } from '../simulator/desk'
import type { TunnelDesk } from '../tunnel/desk'
import type { Events } from './events'
import type { SetupDesk } from './setup-desk'

/** Opening and closing the SCIM listener; the http floor does it. */
interface ServerSwitch {
  state(): ServerState
  start(address?: {
    port?: number
  }): Promise<{ kind: 'running' | 'stopped' | 'port-taken' | 'failed'; port: number; reason?: string }>
  stop(): Promise<ServerState>
  followSettings(changed: Partial<Settings>): Promise<void>
}

/** Faults we were told to give; the http floor gives them. */
interface FaultDesk {
  list(): ArmedFault[]
  arm(rule: FaultRule): ArmedFault
  disarm(id: number): boolean
  disarmAll(): void
}

export type Replayed =
  | { kind: 'replayed'; id: number }
  | { kind: 'not-found' }
  /** There is nothing to send again, or nobody to send it to; in words. */
  | { kind: 'impossible'; reason: string }

export type Tried = { kind: 'tried'; exchange: ExchangeDetail } | Exclude<Replayed, { kind: 'replayed' }>

/** The absolute path that a person chose, or null when they chose none. */
export type ChooseFile = (wanted: { name: string; format: string }) => Promise<string | null>

/** What the desktop does for the console. Each call is rejected with a sentence when the system refuses. */
export interface DesktopDesk {
  state(): Promise<DesktopState>
  setStartAtLogin(isOn: boolean): Promise<DesktopState>
  showExample(topic: NewsTopic): Promise<void>
  update(): Promise<UpdateStep>
  goOnUpdating(deed: UpdateDeed): Promise<UpdateStep>
  workspaces(): Promise<WorkspaceState>
  alterWorkspaces(deed: WorkspaceDeed): Promise<WorkspaceState>
  /** Answers, and then this engine is closed and another opened. */
  switchWorkspace(id: string): Promise<void>
  /** Seals a text with the system's key store; null where there is no safe one. */
  seal(text: string): Promise<string | null>
  /** null when it cannot be opened here. */
  unseal(sealed: string): Promise<string | null>
}

/** What the console does to the directory as a whole. */
interface DirectoryDesk {
  /** Deletes everything; the history stays. */
  reset(exchangeId: number): Promise<void>
}

/** Copies of the directory. Names are those of files in the folder of backups. */
export interface BackupDesk {
  list(): BackupList
  /** @throws UnfitBackup, or what the system says of the file */
  create(kind: 'by-hand' | 'before-reset'): Promise<Backup>
  /** @throws UnfitBackup when there is none of that name, as the next three */
  check(name: string): Promise<Backup>
  preview(name: string): Promise<RestorePreview>
  remove(name: string): void
  /** Has the engine opened again with this backup, once whoever asks has their answer; null where nobody can. */
  restore: ((name: string) => void) | null
}

/** What the engine says about itself for a support case. Nothing of it is secret. */
export interface EvidenceDesk {
  /** Cuts out of a text what looks like a secret. */
  scrub(text: string): string
  schemas(): object
  clock(): object
  versions(): object
}

/** What the console's answers stand on. */
export interface ConsoleDeps {
  server: ServerSwitch
  journal: ConsoleJournal
  /** Sends a recorded request again through the front door; resolves when it is answered. */
  replay(id: number, edited?: EditedRequest): Promise<Replayed>
  /** What a request would do, without doing it. */
  tryOut(id: number, edited?: EditedRequest): Promise<Tried>
  /** Asks a person where to save a file; null where there is nobody to ask, as in a browser. */
  chooseFile: ChooseFile | null
  /** null where there is no desktop, as in a browser. */
  desktop: DesktopDesk | null
  tokens: Pick<Tokens, 'list' | 'find' | 'create' | 'revoke' | 'rotate'>
  tls: {
    setPassword(text: string): Promise<'taken' | 'wrong' | 'given'>
    forgetPassword(): void
  }
  settings: { get(): Settings; set(values: Partial<Settings>): Promise<Settings> }
  views: Views
  /** For edits by hand. */
  resources: Pick<Directory, 'patch' | 'remove'>
  exports: Exports
  events: Events
  faults: FaultDesk
  simulator: SimulatorDesk
  decks: DeckShelf
  directory: DirectoryDesk
  backups: BackupDesk
  /** Why a data folder cannot be opened, in words; null when it can. */
  folderProblem(folder: string): string | null
  evidence: EvidenceDesk
  tunnel: TunnelDesk
  setup: SetupDesk
  /** Removes every user and group that the simulator created here, and says how many. */
  removeSimulated(): Promise<number>
  clock: Clock
}
