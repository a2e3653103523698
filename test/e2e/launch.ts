import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'

const PROJECT = resolve(import.meta.dirname, '../..')

/** The same words, dates and motion everywhere, whatever the machine prefers. */
const FIXED = {
  env: { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en', TZ: 'Europe/Vienna' },
  switches: ['--lang=en-US', '--disable-gpu', '--force-prefers-reduced-motion']
}

export interface LaunchedApp {
  app: ElectronApplication
  /** Playwright forgets it when the app has ended. */
  program: ChildProcess
  page: Page
  /** As a power failure would end it. */
  kill: () => Promise<void>
}

export interface LaunchArguments {
  dataFolder: string
  port?: number
  /** USHER_TOKEN */
  environmentToken?: string
  /** Further variables of the app's environment. */
  environment?: Record<string, string>
  /** Further arguments. */
  more?: string[]
  /** A CommonJS file that runs before the app does. */
  before?: string
}

/** Starts the built app. The page is there, but nothing on it has been waited for. */
export async function launchApp(options: LaunchArguments): Promise<LaunchedApp> {
  const app = await startProgram(options)
  const program = app.process()
  return { app, program, page: await app.firstWindow(), kill: () => killed(program) }
}

/** Starts the built app and waits for no window. */
export function startProgram(options: LaunchArguments): Promise<ElectronApplication> {
  return _electron.launch({
    // Without executablePath Playwright takes ELECTRON_OVERRIDE_DIST_PATH and holds "ready" until it listens; else it sometimes
    // attaches in the middle of the first load and waits for ever.
    args: argumentsFor(options),
    env: {
      ...inherited(),
      ...FIXED.env,
      ...(options.environmentToken && { USHER_TOKEN: options.environmentToken }),
      ...options.environment
    },
    timezoneId: FIXED.env.TZ
  })
}

/** The same launch for a plain `spawn`. */
export function commandLine(options: LaunchArguments, more: string[]): [command: string, args: string[]] {
  // Chromium refuses to sandbox as root; Playwright gives this switch by itself.
  return [process.env.USHER_ELECTRON ?? 'electron', ['--no-sandbox', ...argumentsFor(options), ...more]]
}

const argumentsFor = ({ dataFolder, port = 0, more = [], before }: LaunchArguments) => [
  ...(before === undefined ? [] : ['-r', before]),
  PROJECT,
  ...FIXED.switches,
  `--data=${dataFolder}`,
  `--port=${port}`,
  ...more
]

/** Closes an app in order, or does nothing if it is gone already. */
export async function closeApp({ app, program }: Pick<LaunchedApp, 'app' | 'program'>) {
  if (isAlive(program)) await app.close()
}

/** Where the server shown in this window answers, read from its header as a person would. */
export async function scimOrigin(page: Page): Promise<string> {
  const address = page
    .getByRole('banner')
    .getByText(/127\.0\.0\.1:\d+/)
    .first()
  const [host] = /127\.0\.0\.1:\d+/.exec((await address.textContent()) ?? '') ?? []
  return `http://${host}`
}

/** Where an engine answers that was started again, on another free port; until then the header names the old one. */
export async function originAfter(page: Page, before: string): Promise<string> {
  await expect.poll(() => scimOrigin(page)).not.toBe(before)
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Running')
  return scimOrigin(page)
}

export const makeDataFolder = () => mkdtemp(join(tmpdir(), 'usher-e2e-'))

export const removeDataFolder = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 })

export const makeSecret = () => `usher_${randomBytes(30).toString('hex').slice(0, 40)}`

const isAlive = (program: ChildProcess) => program.exitCode === null && program.signalCode === null

async function killed(program: ChildProcess) {
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
}

/** This process's environment, without what would give the app a folder or token of somebody else. */
function inherited(): Record<string, string> {
  const others = Object.entries(process.env).filter(
    ([name]) => name !== 'USHER_TOKEN' && name !== 'USHER_DATA'
  )
  return Object.fromEntries(others.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
