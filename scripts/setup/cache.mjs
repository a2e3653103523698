import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './places.mjs'

const COMPLETE = '.complete'
const MAKING = '.making-'
const ABANDONED_AFTER_MS = 3_600_000

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
  await removeAbandoned()
  const workFolder = await mkdtemp(join(cacheFolder, `${MAKING}${name}-`))
  try {
    const made = await make(workFolder)
    await writeFile(join(made, COMPLETE), `${new Date().toISOString()}\n`)
    await putInPlace(made, name)
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
  return target
}

async function putInPlace(made, name) {
  const target = cachedPath(name)
  if (!isCached(name)) await rm(target, { recursive: true, force: true })
  try {
    await rename(made, target)
  } catch (problem) {
    // Somebody else was faster; theirs is as good.
    if (!isCached(name)) throw problem
  }
}

/** Attempts that were killed could not tidy up after themselves. */
async function removeAbandoned() {
  for (const name of (await readdir(cacheFolder)).filter(entry => entry.startsWith(MAKING))) {
    const folder = join(cacheFolder, name)
    const { mtimeMs } = await stat(folder)
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(folder, { recursive: true, force: true })
  }
}
