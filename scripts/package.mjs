// npm run package: the built app with its Electron, unpacked, in dist/. Arguments go to electron-builder; those that name a
// platform (--linux AppImage deb rpm, --win, --mac) make installers instead.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeNotices } from './notices.mjs'
import { build } from './setup/build.mjs'
import { ensureDebianPackages } from './setup/debian-packages.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { inProject, toolEnvironment } from './setup/places.mjs'
import { run } from './setup/run.mjs'
import { main, say, Stop } from './setup/say.mjs'

const PLATFORMS = { '--linux': 'linux', '--win': 'win32', '--mac': 'darwin' }

/** Our part of the download; the rest is Electron. */
const MOST_ASAR_BYTES = 15 * 1024 * 1024

const args = process.argv.slice(2)
const named = args.filter(argument => argument in PLATFORMS)
const isForeign = named.some(argument => PLATFORMS[argument] !== process.platform)

await main(async () => {
  await ensureNodePackages()
  const { environment, source, version } = isForeign ? downloadedByBuilder() : await ensureElectron()
  if (args.includes('rpm')) await ensureDebianPackages(['rpm'])
  await build()
  say(`Licences and parts list: ${writeNotices(version)} packages`)
  const code = await run(
    'electron-builder',
    [
      ...(named.length > 0 ? [] : ['--dir']),
      '--publish',
      'never',
      '--config',
      'electron-builder.config.mjs',
      ...args
    ],
    { env: toolEnvironment({ ...environment, ...packers() }) }
  )
  if (code !== 0) {
    if (named.length > 0)
      say(
        'The tools for AppImage, Windows and macOS are downloaded from GitHub; deb and rpm are made without.'
      )
    return code
  }
  sayAndCheckSizes()
  if (source === 'fallback') say('Built with the fallback Electron: for trying out, not for others.')
  return 0
})

/** For another platform electron-builder fetches the Electron of the electron package. */
function downloadedByBuilder() {
  const { version } = JSON.parse(readFileSync(inProject('node_modules/electron/package.json'), 'utf8'))
  return {
    environment: { ELECTRON_OVERRIDE_DIST_PATH: '', USHER_SQLITE_BINDING: '' },
    source: 'electron',
    version
  }
}

/** On Linux .deb and .rpm are made by the system's own tools instead of a downloaded fpm, unless one is named. */
function packers() {
  const { CUSTOM_FPM_PATH, USE_SYSTEM_FPM } = process.env
  if (process.platform !== 'linux' || CUSTOM_FPM_PATH || USE_SYSTEM_FPM) return {}
  return { CUSTOM_FPM_PATH: inProject('scripts/linux-packages/fpm.mjs') }
}

function sayAndCheckSizes() {
  const archives = readdirSync(inProject('dist'), { recursive: true })
    .map(String)
    .filter(path => path.endsWith('app.asar'))
  for (const path of archives) {
    const { size } = statSync(join(inProject('dist'), path))
    say(`dist/${path}: ${(size / 1024 / 1024).toFixed(1)} MB`)
    if (size > MOST_ASAR_BYTES) {
      throw new Stop(
        'Our part is larger than 15 MB. Something was packed that does not belong there (electron-builder.config.mjs, files).'
      )
    }
  }
}
