import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The Node-API version that better-sqlite3's prebuilt binaries were made for. On an older one they crash on load. */
const PREBUILT_NODE_API = 10

type Surroundings = {
  nodeApi: number
  fromEnvironment: string | undefined
  resourcesPath: string | undefined
}

/**
 * Which better-sqlite3 binary to load, to be passed as `new Database(file, { nativeBinding })`.
 *
 * @returns undefined where the prebuilt binary fits (Node 22.14, Electron 35 and newer), otherwise the path of the
 * build for Node-API 9: from `USHER_SQLITE_BINDING`, or from the resources of a packaged app.
 * @throws Error with a sentence when the prebuilt one would crash and no other is there.
 */
export function nativeBinding(surroundings: Surroundings = here()): string | undefined {
  const { nodeApi, fromEnvironment, resourcesPath } = surroundings
  if (nodeApi >= PREBUILT_NODE_API) return undefined
  if (fromEnvironment) return fromEnvironment

  const packaged = resourcesPath && join(resourcesPath, 'better-sqlite3-napi9.node')
  if (packaged && existsSync(packaged)) return packaged

  throw new Error(
    `SQLite has no build for this runtime (Node-API ${nodeApi}, ${PREBUILT_NODE_API} or newer is needed). ` +
      'Start Usher with an npm script such as "npm start", which builds one and names it in USHER_SQLITE_BINDING.'
  )
}

function here(): Surroundings {
  return {
    nodeApi: Number(process.versions.napi),
    fromEnvironment: process.env.USHER_SQLITE_BINDING,
    // Electron only; in plain Node there is no such property.
    resourcesPath: 'resourcesPath' in process ? String(process.resourcesPath) : undefined
  }
}
