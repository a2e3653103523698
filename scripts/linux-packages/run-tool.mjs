import { run } from '../setup/run.mjs'
import { Stop } from '../setup/say.mjs'

const DEBIAN_PACKAGE = { 'dpkg-deb': 'dpkg', rpmbuild: 'rpm' }

export async function runTool(tool, args) {
  const code = await run(tool, args)
  if (code === 127)
    throw new Stop(`${tool} is missing here: install ${DEBIAN_PACKAGE[tool]} (so Debian calls it).`)
  if (code !== 0) throw new Stop(`${tool} ended with ${code}; it said why above.`)
}
