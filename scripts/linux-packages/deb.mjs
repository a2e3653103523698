import { chmodSync, cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './run-tool.mjs'

/** Makes `options.package` of what lies in `root`, which gets the package's own folder besides. */
export async function buildDeb(_work, root, options) {
  const own = join(root, 'DEBIAN')
  mkdirSync(own)
  writeFileSync(join(own, 'control'), controlOf(options, Math.ceil(bytesIn(root) / 1024)))
  for (const [option, script] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm']
  ]) {
    if (!options[option]) continue
    cpSync(options[option], join(own, script))
    chmodSync(join(own, script), 0o755)
  }
  const compression = options['deb-compression'] ?? 'xz'
  await runTool('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', root, options.package])
}

export function controlOf(options, kilobytes) {
  const { name, version, architecture, maintainer, vendor, homepage, license, depends = [] } = options
  const fields = {
    Package: name,
    Version: version,
    License: license,
    Vendor: vendor,
    Architecture: architecture,
    Maintainer: maintainer,
    'Installed-Size': String(kilobytes),
    Depends: depends.join(', '),
    Recommends: (options['deb-recommends'] ?? []).join(', '),
    Section: options.category ?? 'net',
    Priority: options['deb-priority'] ?? 'optional',
    Homepage: homepage,
    Description: descriptionOf(options.description)
  }
  const lines = Object.entries(fields).filter(([, value]) => value)
  return lines.map(([field, value]) => `${field}: ${value}\n`).join('')
}

/** The first line is the synopsis; each further one begins with a blank, an empty one with a dot. */
function descriptionOf(description = '') {
  const [synopsis, ...lines] = description.split('\n').map(line => line.trim())
  return [synopsis, ...lines.map(line => ` ${line || '.'}`)].join('\n')
}

function bytesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}
