import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './places.mjs'

const COMPLETE = '.complete'

export const isCached = name => existsSync(join(cacheFolder, name, COMPLETE))

export const cachedPath = (name, ...parts) => join(cacheFolder, name, ...parts)

/**
 * Makes a folder of the cache once. `make` fills a temporary folder and returns the one to keep, which is then
 * renamed into place: an interrupted attempt leaves nothing that looks finished. Of two at the same time, the first wins.
 */
export async function cacheOnce(name, make) {
  const target = cachedPath(name)
  if (isCached(name)) return target

  await mkdir(cacheFolder, { recursive: true })
  const workFolder = await mkdtemp(join(cacheFolder, `.making-${name}-`))
  try {
    const made = await make(workFolder)
    await writeFile(join(made, COMPLETE), `${new Date().toISOString()}\n`)
    if (!isCached(name)) {
      await rm(target, { recursive: true, force: true })
      await rename(made, target)
    }
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
  return target
}
