import { build } from './setup/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { main } from './setup/say.mjs'

await main(async () => {
  await ensureNodePackages()
  await build()
  return 0
})
