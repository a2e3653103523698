import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'

const PROJECT = resolve(import.meta.dirname, '../..')

/** The same words, dates and motion everywhere, whatever the machine prefers. */
const FIXED = {
  env: { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en', TZ: 'Europe/Vienna' },
  switches: ['--lang=en-US', '--disable-gpu', '--force-prefers-reduced-motion']
}

export interface LaunchedApp {
  app: ElectronApplication
  page: Page
  /** As a power failure would end it. */
  kill: () => Promise<void>
}

export interface LaunchArguments {
  dataFolder: string
  port?: number
  /** USHER_TOKEN */
  environmentToken?: string
}

/** Starts the built app. The page is there, but nothing on it has been waited for. */
export async function launchApp({
  dataFolder,
  port = 0,
  environmentToken
}: LaunchArguments): Promise<LaunchedApp> {
  const app = await _electron.launch({
    executablePath: process.env.USHER_ELECTRON,
    args: [PROJECT, ...FIXED.switches, `--data=${dataFolder}`, `--port=${port}`],
    env: { ...inherited(), ...FIXED.env, ...(environmentToken && { USHER_TOKEN: environmentToken }) },
    timezoneId: FIXED.env.TZ
  })
  return { app, page: await app.firstWindow(), kill: () => ended(app, 'SIGKILL') }
}

/** Closes an app in order, or does nothing if it is gone already. */
export async function closeApp({ app }: LaunchedApp) {
  if (isAlive(app)) await app.close()
}

/** Where the server shown in this window answers, read from its header as a person would. */
export async function scimAddress(page: Page): Promise<string> {
  const address = page
    .getByRole('banner')
    .getByText(/127\.0\.0\.1:\d+/)
    .first()
  const [host] = /127\.0\.0\.1:\d+/.exec((await address.textContent()) ?? '') ?? []
  return `http://${host}/scim/v2`
}

export const makeDataFolder = () => mkdtemp(join(tmpdir(), 'usher-e2e-'))

export const removeDataFolder = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 })

export const makeSecret = () => `usher_${randomBytes(30).toString('hex').slice(0, 40)}`

const isAlive = (app: ElectronApplication) =>
  app.process().exitCode === null && app.process().signalCode === null

async function ended(app: ElectronApplication, signal: NodeJS.Signals) {
  const closed = app.waitForEvent('close')
  app.process().kill(signal)
  await closed
}

function inherited(): Record<string, string> {
  const { USHER_TOKEN: _token, USHER_DATA: _data, ...env } = process.env
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  )
}
