// npm run demo: a temporary data folder with a directory and three weeks of history, and a deck that plays into it.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './setup/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { inProject, toolEnvironment } from './setup/places.mjs'
import { run } from './setup/run.mjs'
import { main, say, timed } from './setup/say.mjs'

const DECK = 'resources/decks/2-entra-working-day.json'

await main(async () => {
  await ensureNodePackages()
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'usher-demo-'))
  const secret = `usher_${randomBytes(20).toString('hex')}`
  const port = await freePort()
  let player
  try {
    await timed('Inventing three weeks of history', () =>
      run('node', [inProject('out/main/seed-demo.js'), folder])
    )
    say(
      `The demo lies in ${folder} and goes with this program. A deck begins to play once the server answers.`
    )
    player = playDeck(port, secret)
    const args = ['--data', folder, '--port', String(port), ...process.argv.slice(2)]
    return await run('node', [inProject('scripts/start.mjs'), ...args], {
      env: { ...toolEnvironment(), USHER_TOKEN: secret }
    })
  } finally {
    player?.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** Waits for the server and then plays, with the story's pauses. */
function playDeck(port, secret) {
  const url = `http://127.0.0.1:${port}/scim/v2`
  const args = [
    '--url',
    url,
    '--token-env',
    'USHER_TOKEN',
    '--deck',
    inProject(DECK),
    '--speed',
    '1',
    '--patient'
  ]
  return spawn('node', [inProject('out/main/simulate.js'), ...args], {
    env: { ...toolEnvironment(), USHER_TOKEN: secret },
    stdio: 'ignore'
  })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
