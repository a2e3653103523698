// npm run package: the built app with its Electron, unpacked, in dist/. Further arguments go to electron-builder.
import { ensureBuilt } from './setup/build.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { toolEnvironment } from './setup/places.mjs'
import { run } from './setup/run.mjs'
import { main, say } from './setup/say.mjs'

await main(async () => {
  await ensureNodePackages()
  const { environment, source } = await ensureElectron()
  await ensureBuilt()
  const code = await run(
    'electron-builder',
    ['--dir', '--publish', 'never', '--config', 'electron-builder.config.mjs', ...process.argv.slice(2)],
    { env: toolEnvironment(environment) }
  )
  if (code === 0 && source === 'fallback')
    say('Built with the fallback Electron: for trying out, not for others.')
  return code
})
