// What "npm run package" makes. The Electron to put in comes from scripts/package.mjs, by the environment.
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

const { ELECTRON_OVERRIDE_DIST_PATH: electronDist, USHER_SQLITE_BINDING: olderSqlite } = process.env
if (!electronDist)
  throw new Error('No Electron is named in ELECTRON_OVERRIDE_DIST_PATH. Run: npm run package')

export default {
  appId: 'org.usher.console',
  productName: 'Usher',
  copyright: 'The Usher engineers',
  directories: { output: 'dist', buildResources: 'resources' },
  electronDist,
  electronVersion: readFileSync(join(electronDist, 'version'), 'utf8').trim().replace(/^v/, ''),
  electronLanguages: ['en-US'],

  // better-sqlite3 is the only package beside the bundles, and of it only the binary for the target.
  npmRebuild: false,
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    'resources/decks/**',
    'resources/icons/**',
    'resources/tray/**',
    '!node_modules/**/*',
    'node_modules/better-sqlite3/{package.json,lib/**}',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node'
  ],
  asarUnpack: ['**/*.node'],
  extraResources: olderSqlite ? [{ from: olderSqlite, to: 'better-sqlite3-napi9.node' }] : [],
  // What set-up put into the fallback Electron: our loader, and the cache's mark.
  afterPack: async ({ appOutDir }) => {
    await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true })
    await rm(join(appOutDir, '.complete'), { force: true })
  },

  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false
  },

  linux: {
    target: 'dir',
    executableName: 'usher',
    category: 'Network',
    icon: 'resources/icons',
    synopsis: 'A SCIM 2.0 provisioning console'
  },
  win: { target: ['nsis', 'zip'], icon: 'resources/icon.ico' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] }
    ],
    icon: 'resources/icon.icns',
    category: 'public.app-category.developer-tools',
    hardenedRuntime: true
  }
}
