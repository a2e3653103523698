// What "npm run package" makes. The Electron to put in comes from scripts/package.mjs, by the environment.
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

const { ELECTRON_OVERRIDE_DIST_PATH: electronDist, USHER_SQLITE_BINDING: olderSqlite } = process.env

const versionOf = (...parts) => readFileSync(join(...parts), 'utf8').trim()

/** An unpacked Electron for this platform; for another one electron-builder downloads that of the electron package. */
const electron = electronDist
  ? { electronDist, electronVersion: versionOf(electronDist, 'version').replace(/^v/, '') }
  : { electronVersion: JSON.parse(versionOf('node_modules/electron/package.json')).version }

export default {
  appId: 'org.usher.console',
  productName: 'Usher',
  copyright: 'The Usher engineers',
  directories: { output: 'dist', buildResources: 'resources' },
  ...electron,
  electronLanguages: ['en-US', 'de'],
  protocols: [{ name: 'Usher link', schemes: ['usher'] }],

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
  extraResources: [
    { from: 'out/notices', to: '.' },
    ...(olderSqlite ? [{ from: olderSqlite, to: 'better-sqlite3-napi9.node' }] : [])
  ],
  // By this name the desktop knows which of its programs a link or a window belongs to. electron-builder insists on a homepage;
  // one that is .invalid is left out of the packages (scripts/linux-packages).
  extraMetadata: {
    desktopName: 'usher.desktop',
    homepage: process.env.USHER_HOMEPAGE || 'https://usher.invalid/'
  },
  // Makes the files of a feed (latest.yml and its like) beside the installers. Where a feed lies is a setting of the app.
  publish: { provider: 'generic', url: process.env.USHER_FEED || 'https://usher.invalid/updates/' },
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
    target: ['AppImage', 'deb', 'rpm'],
    executableName: 'usher',
    // Debian asks for somebody to write to; whoever publishes the package names themselves.
    maintainer: process.env.USHER_MAINTAINER || 'The Usher engineers <usher@usher.invalid>',
    category: 'Network',
    icon: 'resources/icons',
    synopsis: 'A SCIM 2.0 provisioning console'
  },
  // electron-builder's own lists lack the last two of each, without which Electron does not start.
  deb: {
    depends: [
      'libgtk-3-0',
      'libnotify4',
      'libnss3',
      'libxss1',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0',
      'libuuid1',
      'libsecret-1-0',
      'libasound2',
      'libgbm1'
    ]
  },
  rpm: {
    depends: [
      'gtk3',
      'libnotify',
      'nss',
      'libXScrnSaver',
      '(libXtst or libXtst6)',
      'xdg-utils',
      'at-spi2-core',
      '(libuuid or libuuid1)',
      '(alsa-lib or libasound2)',
      '(mesa-libgbm or libgbm1)'
    ]
  },
  win: { target: ['nsis', 'portable'], icon: 'resources/icon.ico' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  portable: { artifactName: '${productName} ${version} portable.${ext}' },
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
