// npm run headless|bench|torture|fuzz|simulate -- …: sets up, builds if needed, and hands all arguments to the program named first.
import { ensureBuilt } from './setup/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { inProject } from './setup/places.mjs'
import { runProgram } from './setup/run.mjs'
import { main } from './setup/say.mjs'

await main(async () => {
  const [program, ...rest] = process.argv.slice(2)
  await ensureNodePackages()
  await ensureBuilt()
  return runProgram('node', [inProject(program), ...rest])
})
