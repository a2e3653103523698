import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inProject, projectFolder } from './places.mjs'
import { runQuietly } from './run.mjs'
import { Stop, timed } from './say.mjs'

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const stampFile = inProject('out', '.built-from')

/** Builds into out/, but only if the sources are not those of the last build. */
export async function ensureBuilt() {
  const sources = hashOfSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return
  await build(sources)
}

/** Builds in any case. */
export async function build(sources = hashOfSources()) {
  rmSync(stampFile, { force: true })
  await timed('Building', async () => {
    const code = await runQuietly('electron-vite', ['build', '--logLevel', 'warn'])
    if (code !== 0) throw new Stop('The build failed; the reason is above.')
  })
  writeFileSync(stampFile, sources)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesUnder).sort()) {
    hash
      .update(`${relative(projectFolder, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(name) {
  const path = inProject(name)
  if (!existsSync(path)) return []
  if (/\.\w+$/.test(name)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => `${entry.parentPath ?? entry.path}/${entry.name}`)
}
