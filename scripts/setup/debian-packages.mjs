import { readdirSync } from 'node:fs'
import { findProgram } from './places.mjs'
import { capture, runQuietly } from './run.mjs'
import { Stop, timed } from './say.mjs'

export const FOR_ELECTRON = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libnotify4',
  'libatspi2.0-0',
  'libsecret-1-0'
]
export const FOR_WINDOW_TESTS = ['xvfb', 'xauth', 'chromium']
/** Stands in front of the server as a tunnel would. */
export const FOR_UNIT_TESTS = ['nginx']
export const FOR_FALLBACK = ['unzip', 'g++', 'make', 'python3']

/** Programs count wherever they come from; only libraries have to be Debian's. */
const PROGRAM_OF = {
  xvfb: 'Xvfb',
  xauth: 'xauth',
  chromium: 'chromium',
  nginx: 'nginx',
  unzip: 'unzip',
  'g++': 'g++',
  make: 'make',
  python3: 'python3',
  rpm: 'rpmbuild'
}

/**
 * Installs those of the packages that are missing. Without root the exact command is printed instead and the script
 * ends. On systems without dpkg nothing is checked: Electron then says itself which library it misses.
 */
export async function ensureDebianPackages(names) {
  if (process.platform !== 'linux' || !findProgram('dpkg-query')) return
  const missing = await missingOf(names)
  if (missing.length === 0) return

  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing]
  if (process.getuid() !== 0) {
    throw new Stop(
      `Debian packages are missing. Install them and run the same command again:\n\n  sudo ${command.join(' ')}\n`
    )
  }
  await timed(`Installing Debian packages (${missing.join(' ')})`, () => install(command))
}

async function missingOf(names) {
  const libraries = await installedPackages()
  return names.filter(name => {
    const program = PROGRAM_OF[name]
    return program ? !findProgram(program) : !libraries.has(name)
  })
}

/** The names of all installed packages and of what they stand in for (libasound2t64 provides libasound2). */
async function installedPackages() {
  const { output } = await capture('dpkg-query', [
    '--show',
    '--showformat',
    '${db:Status-Status}, ${Package}, ${Provides}\\n'
  ])
  const names = output
    .split('\n')
    .filter(line => line.startsWith('installed,'))
    .flatMap(line => line.split(',').slice(1))
    .map(name => name.trim().split(' ')[0])
  return new Set(names)
}

async function install([aptGet, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const hasLists = readdirSync('/var/lib/apt/lists').some(file => file.includes('_Packages'))
  if (hasLists && (await runQuietly(aptGet, args, { env, mayFail: true })) === 0) return

  await runQuietly(aptGet, ['update'], { env })
  if ((await runQuietly(aptGet, args, { env })) === 0) return
  throw new Stop(
    'The Debian packages could not be installed; apt-get said why above. ' +
      `Check that this machine reaches a Debian mirror, or install them yourself:\n\n  ${[aptGet, ...args].join(' ')}\n`
  )
}
