// npm run headless -- --data DIR [--port N] [--host H] [--console-port N|off] [--log off]
import { ensureBuilt } from './setup/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { inProject } from './setup/places.mjs'
import { runProgram } from './setup/run.mjs'
import { main } from './setup/say.mjs'

await main(async () => {
  await ensureNodePackages()
  await ensureBuilt()
  return runProgram('node', [inProject('out/main/headless.js'), ...process.argv.slice(2)])
})
