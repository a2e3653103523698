// npm run demo: a temporary data folder with a directory and three weeks of history, and a deck that plays into it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './setup/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { inProject } from './setup/places.mjs'
import { run, runProgram } from './setup/run.mjs'
import { main, say, timed } from './setup/say.mjs'

const DECK = 'Entra: a working day'

await main(async () => {
  await ensureNodePackages()
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'usher-demo-'))
  // Also when a signal ends this script while history is being invented.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  await timed('Inventing three weeks of history', () =>
    run('node', [inProject('out/main/seed-demo.js'), folder])
  )
  say(`The demo lies in ${folder} and goes with this program. The deck “${DECK}” plays at once.`)
  const args = ['--data', folder, '--port', '0', '--play', DECK, ...process.argv.slice(2)]
  return runProgram('node', [inProject('scripts/start.mjs'), ...args])
})
