// Stands in for Electron's default_app.asar, which the fallback Electron lacks: finds the app named on the
// command line and starts it. It must be an ES module: only then does "ready" wait for the import below.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

// Read the whole command line first: Playwright's preload rewrites process.argv.
const preloads = []
let target
for (let index = 1; index < process.argv.length && target === undefined; index++) {
  const argument = process.argv[index]
  if (argument === '-r' || argument === '--require') preloads.push(resolve(process.argv[++index]))
  else if (!argument.startsWith('-')) target = resolve(argument)
}
preloads.forEach(createRequire(import.meta.url))

if (target === undefined) {
  console.error('Name the app to start: electron FOLDER')
  app.exit(1)
} else {
  process.defaultApp = true
  await import(pathToFileURL(introduce(target)).href)
}

/** Gives Electron the app's name, version and folder, and returns the file to start. */
function introduce(path) {
  const isFolder = statSync(path).isDirectory()
  const folder = isFolder ? path : folderOfPackage(dirname(path))
  const packageFile = join(folder, 'package.json')
  const about = existsSync(packageFile) ? JSON.parse(readFileSync(packageFile, 'utf8')) : {}

  const name = about.productName ?? about.name
  if (name) app.setName(name)
  if (about.version) app.setVersion(about.version)
  app.setPath('userData', join(app.getPath('appData'), app.getName()))
  app.setAppPath(isFolder ? path : dirname(path))
  return isFolder ? join(path, about.main ?? 'index.js') : path
}

function folderOfPackage(folder) {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder
  return folderOfPackage(dirname(folder))
}
