import { existsSync, readFileSync } from 'node:fs'
import { inProject, machineEnvironment } from './places.mjs'
import { runQuietly } from './run.mjs'
import { Stop, timed } from './say.mjs'

const OLDEST_NODE = [20, 11]

/** `npm ci`, but only if what lies in node_modules is not what package-lock.json asks for. */
export async function ensureNodePackages() {
  requireNode()
  if (packagesAreInstalled()) return

  await timed('Installing the Node packages (npm ci)', async () => {
    const code = await runQuietly('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      env: machineEnvironment()
    })
    if (code === 0 && packagesAreInstalled()) return
    throw new Stop(
      code === 0
        ? 'npm ci ended well, yet packages are missing: were install scripts switched off? ' +
            'Run "npm config set ignore-scripts false" and start again.'
        : 'The Node packages could not be installed; npm said why above. ' +
            'Check that this machine reaches the npm registry (npm ping --loglevel=notice), then run the same command again.'
    )
  })
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Stop(
    `Usher needs Node ${OLDEST_NODE.join('.')} or newer to set itself up, and this is ${process.versions.node}. ` +
      'Install a newer Node and run the same command again.'
  )
}

/** npm notes what it installed in node_modules/.package-lock.json, as its last act. */
function packagesAreInstalled() {
  const installedFile = inProject('node_modules', '.package-lock.json')
  const ownNode = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(installedFile) || !existsSync(ownNode)) return false

  const wanted = readPackages(inProject('package-lock.json'))
  const installed = readPackages(installedFile)
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version
  )
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}
