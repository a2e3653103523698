import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { cachedPath, cacheOnce, isCached } from './cache.mjs'
import { ensureDebianPackages, FOR_FALLBACK } from './debian-packages.mjs'
import { findProgram, inProject, toolEnvironment } from './places.mjs'
import { runQuietly } from './run.mjs'
import { Stop, timed } from './say.mjs'

const BINARY = 'better_sqlite3.node'
const HEADERS = 'node-addon-api'

/**
 * better-sqlite3 compiled for Node-API 9, for an Electron older than 35. It lies in the cache and not in the
 * package's own build folder, where it would win over the prebuilt binary everywhere.
 *
 * @returns the path of the binary, for USHER_SQLITE_BINDING
 */
export async function ensureSqliteBinding() {
  const packageFolder = inProject('node_modules', 'better-sqlite3')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const name = `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}`

  if (!isCached(name)) {
    await ensureDebianPackages(FOR_FALLBACK)
    await timed('Compiling SQLite for this Electron (once, about a minute and a half)', () =>
      cacheOnce(name, workFolder => compile(packageFolder, workFolder))
    )
  }
  return cachedPath(name, BINARY)
}

/** make cannot bear blanks in paths, and homes and clones may have them: so everything it sees is copied to /tmp. */
async function compile(packageFolder, workFolder) {
  const tidyFolder = await mkdtemp(join(tmpdir(), 'usher-sqlite-'))
  try {
    const binary = await compileIn(tidyFolder, packageFolder)
    const result = join(workFolder, 'result')
    await mkdir(result)
    await cp(binary, join(result, BINARY))
    return result
  } finally {
    await rm(tidyFolder, { recursive: true, force: true })
  }
}

async function compileIn(folder, packageFolder) {
  const sources = join(folder, 'node_modules', 'better-sqlite3')
  const prebuilds = join(packageFolder, 'prebuilds') + sep
  await cp(packageFolder, sources, {
    recursive: true,
    filter: path => !`${path}${sep}`.startsWith(prebuilds)
  })
  await cp(inProject('node_modules', HEADERS), join(folder, 'node_modules', HEADERS), { recursive: true })

  const code = await runQuietly('node-gyp', compilerArguments(), {
    cwd: sources,
    env: toolEnvironment({
      CXXFLAGS: '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL'
    })
  })
  if (code !== 0) {
    throw new Stop(
      'better-sqlite3 could not be compiled for this Electron; the compiler said why above. ' +
        'It needs g++, make, python3 and the headers of Node (Debian: libnode-dev). With an Electron 35 or newer in ' +
        'ELECTRON_OVERRIDE_DIST_PATH nothing has to be compiled.'
    )
  }

  return join(sources, 'build', 'Release', BINARY)
}

function compilerArguments() {
  const headers = nodeHeaders()
  return [
    'rebuild',
    '--release',
    '--force_build=1',
    ...(headers ? [`--nodedir=${headers}`] : []),
    '-j',
    String(availableParallelism())
  ]
}

/** The prefix under which the machine's Node has its headers; without one node-gyp downloads them. */
function nodeHeaders() {
  const node = findProgram('node')
  const prefixes = [node && dirname(dirname(node)), '/usr', '/usr/local']
  return prefixes.find(prefix => prefix && existsSync(join(prefix, 'include', 'node', 'node_api.h'))) ?? null
}
