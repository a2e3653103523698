// npm start: sets up what is missing and opens the window; without a display, the console for a browser.
import { createInterface } from 'node:readline'
import { ensureBuilt } from './setup/build.mjs'
import { ensureDebianPackages, FOR_ELECTRON } from './setup/debian-packages.mjs'
import { electronSwitches, hasDisplay } from './setup/display.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { inProject, projectFolder, toolEnvironment } from './setup/places.mjs'
import { runProgram } from './setup/run.mjs'
import { main, say } from './setup/say.mjs'

const args = process.argv.slice(2)

await main(async () => {
  await ensureNodePackages()
  return hasDisplay() ? openWindow() : startHeadless()
})

async function openWindow() {
  await ensureDebianPackages(FOR_ELECTRON)
  const { executable, environment } = await ensureElectron()
  await ensureBuilt()
  return runProgram(executable, [...electronSwitches(), projectFolder, ...args], {
    env: toolEnvironment(environment)
  })
}

async function startHeadless() {
  say('No display here (DISPLAY and WAYLAND_DISPLAY are not set), so Usher starts headless.')
  await ensureBuilt()
  return runProgram('node', [inProject('out/main/headless.js'), ...args], {
    stdout: 'pipe',
    onStart: child => createInterface({ input: child.stdout }).on('line', tell)
  })
}

/** The program's first line is for machines; people get sentences. */
function tell(line) {
  if (!line.startsWith('{"ready":true')) return console.log(line)
  const { scim, console: consoleUrl, data } = JSON.parse(line)
  console.log(`Tenant URL  ${scim}`)
  if (consoleUrl) console.log(`Console     ${consoleUrl}`)
  console.log(`Data        ${data}\nStop with Ctrl+C.`)
}
