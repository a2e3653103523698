/**
 * What the desktop's main thread and the engine thread say to each other. The thread is started with
 * `new Worker(join(import.meta.dirname, 'engine-worker.js'), { workerData: options satisfies EngineOptions })`.
 *
 * - After `ready` the engine answers. `ready` comes with `state: 'port-taken'` when the SCIM port is taken: a question to the user, no failure.
 * - `failed` is the last message of an engine that could not start, or that met an unexpected error; the thread exits with code 1.
 * - For each window, main makes a Node `MessageChannel`, posts one end as `connect` **with the port in the transfer list**, and
 *   copies messages between the other end and the window's `MessagePortMain` (oRPC messages are strings). Close both ends together.
 * - `stop` ends the engine in order (listener, requests in flight, streams, commit, checkpoint, close); then comes `stopped` and
 *   the thread exits with code 0. At most five seconds.
 */
import type { MessagePort } from 'node:worker_threads'
import type { ServerState } from '../shared/contract'
import type { DesktopState, NewsTopic } from '../shared/desktop'
import type { Story } from '../shared/exchange'
import type { Settings } from '../shared/settings'
import type { UpdateDeed, UpdateStep } from '../shared/update'
import type { WorkspaceDeed, WorkspaceState } from '../shared/workspace'

export interface EngineOptions {
  /** Absolute; made if it does not exist. */
  dataFolder: string
  /** SCIM port, 0 for any free one; without it the `server.port` setting. */
  port?: number
  /** SCIM address; without it the `server.host` setting. */
  host?: string
  /** USHER_TOKEN: a secret that works as long as this process runs. */
  environmentToken?: string
  /** Of the key in the data folder's `tls` folder; kept in memory only. */
  tlsPassword?: string
  version: string
  /** The decks that come with the product. */
  decksFolder?: string
  /** The built reader-worker.js: long reading runs in a thread of its own. Without it, on the engine's. */
  readerFile?: string
  /** The built log-reader-worker.js: searches and exports of the log. */
  logReaderFile?: string
  /** The built simulator-worker.js: each simulated run goes on in a thread of its own. Without it, on the engine's. */
  simulatorFile?: string
  /** The name of a deck that plays once the server listens, with the story's pauses. */
  plays?: string
  /** A backup to put in the place of the directory file before it is opened: a name in `backups`, or an absolute path. */
  restore?: string
  /** What a data folder begins with that has no settings yet. */
  firstSettings?: Partial<Settings>
}

/** The newest sound backup, offered when the directory file is damaged. */
export interface OfferedBackup {
  name: string
  /** Epoch milliseconds. */
  at: number
}

export type EngineFailure =
  /** The data folder cannot be made, read or written, or another Usher has it open. */
  | 'data-folder'
  /** The database was written by a newer Usher, or is damaged. */
  | 'database'
  /** USHER_TOKEN is too short. */
  | 'environment-token'
  | 'unexpected'

export type ToEngine =
  | { kind: 'connect'; port: MessagePort }
  | { kind: 'stop' }
  /** The answer to what was asked, or why there is none. */
  | { kind: 'answered'; request: number; answer: unknown }
  | { kind: 'refused'; request: number; reason: string }
  | { kind: 'change-settings'; some: Partial<Settings> }
  | { kind: 'switch-server'; isOn: boolean }
  /** The computer slept: is the door still open, does the tunnel still lead here? */
  | { kind: 'woke-up' }
  /** For the consoles. */
  | { kind: 'update-changed'; step: UpdateStep }

/** A file that a person is asked a place for. */
export interface FileWanted {
  /** As it would be called. */
  name: string
  /** Its ending, without the dot. */
  format: string
}

/** What the engine asks the desktop on behalf of the console: what is asked, and what comes back. */
export interface DesktopQuestions {
  /** A place for a file; null when nobody chose one. */
  'choose-file': { asked: FileWanted; answer: string | null }
  state: { asked: null; answer: DesktopState }
  'set-start-at-login': { asked: boolean; answer: DesktopState }
  'show-example': { asked: NewsTopic; answer: void }
  update: { asked: null; answer: UpdateStep }
  'go-on-updating': { asked: UpdateDeed; answer: UpdateStep }
  workspaces: { asked: null; answer: WorkspaceState }
  'alter-workspaces': { asked: WorkspaceDeed; answer: WorkspaceState }
  'switch-workspace': { asked: string; answer: void }
  /** A text, sealed with the system's key store; null where there is no safe one. */
  seal: { asked: string; answer: string | null }
  unseal: { asked: string; answer: string | null }
}
export type QuestionName = keyof DesktopQuestions

/** Something of one topic happened `count` times since the last news of it. */
export interface News {
  topic: NewsTopic
  count: number
  /** The latest of it, as facts that the desktop tells in its language; or a text that is the same in all. */
  latest: Story | string
}

export type FromEngine =
  | { kind: 'ready'; server: ServerState }
  | { kind: 'server-changed'; server: ServerState }
  /** Said before `ready` and whenever one changes: menus, dialogs, tray and notifications follow the console. */
  | { kind: 'settings'; settings: Settings }
  | { kind: 'asked'; request: number; name: QuestionName; asked: unknown }
  /** The console wants it stopped in order and started again with this backup in the place of the directory. */
  | { kind: 'reopen'; restore: string }
  | { kind: 'news'; news: News }
  | { kind: 'failed'; reason: EngineFailure; detail: string; backup?: OfferedBackup }
  | { kind: 'stopped' }
