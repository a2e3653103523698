import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

export const projectFolder = resolve(import.meta.dirname, '../..')

export const inProject = (...parts) => join(projectFolder, ...parts)

/**
 * What is expensive to fetch or to compile lies in one folder per user, so that a second clone of the project
 * downloads and compiles nothing again. It may be deleted at any time.
 */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'usher-dev')

const binFolder = inProject('node_modules', '.bin')

/**
 * For Linux's C library, in bytes: what a thread has free beyond this goes back to the system. Left to itself it learns from the
 * first large answer to keep tens of megabytes, for each thread.
 */
const MALLOC_KEEPS = { MALLOC_TRIM_THRESHOLD_: '1048576', MALLOC_MMAP_THRESHOLD_: '1048576' }

/** Children see the project's own tools first, and with them its Node 24 instead of the machine's. */
export function toolEnvironment(extra = {}) {
  const PATH = [binFolder, ...otherFolders()].join(delimiter)
  const environment = { ...MALLOC_KEEPS, ...process.env, PATH, ...extra }
  delete environment.ELECTRON_RUN_AS_NODE
  return environment
}

/** The machine's own tools only: for npm, which must not run on a Node that it is about to delete. */
export function machineEnvironment() {
  return { ...process.env, PATH: otherFolders().join(delimiter) }
}

/** Where a program lies on the PATH, or null. */
export function findProgram(...names) {
  for (const folder of otherFolders()) {
    const found = names.map(name => join(folder, name)).find(existsSync)
    if (found) return found
  }
  return null
}

function otherFolders() {
  return (process.env.PATH ?? '').split(delimiter).filter(folder => folder && folder !== binFolder)
}
