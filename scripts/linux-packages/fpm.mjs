#!/usr/bin/env node
// Stands in for fpm, which electron-builder would download: takes the same arguments and makes a .deb or .rpm with the system's
// own dpkg-deb or rpmbuild.
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { main, say, Stop } from '../setup/say.mjs'
import { buildDeb } from './deb.mjs'
import { buildRpm } from './rpm.mjs'

const BUILDERS = { deb: buildDeb, rpm: buildRpm }

const text = { type: 'string' }
const texts = { type: 'string', multiple: true }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    depends: { ...texts, short: 'd' },
    force: { type: 'boolean' },
    debug: { type: 'boolean' },
    log: text,
    name: text,
    version: text,
    iteration: text,
    architecture: text,
    description: text,
    maintainer: text,
    vendor: text,
    url: text,
    license: text,
    category: text,
    package: text,
    'after-install': text,
    'after-remove': text,
    'deb-recommends': texts,
    'deb-priority': text,
    'deb-compression': text,
    'rpm-os': text,
    'rpm-compression': text,
    'rpm-summary': text
  }
})

await main(async () => {
  const build = BUILDERS[String(values.target)]
  if (!build)
    throw new Stop(
      `No ${String(values.target)} can be made here, only ${Object.keys(BUILDERS).join(' and ')}.`
    )
  const file = String(values.package)
  const work = mkdtempSync(join(tmpdir(), 'usher-package-'))
  try {
    const root = join(work, 'root')
    for (const pair of positionals) stage(root, pair)
    await build(work, root, { ...values, homepage: homepageOf(values.url) })
    say(`${file}: ${(statSync(file).size / 1024 / 1024).toFixed(1)} MB`)
    return 0
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
})

/** `/the/app/=/opt/Usher` or `icon.png=/usr/share/icons/…`: the part after the last `=` is where it goes. */
function stage(root, pair) {
  const at = pair.lastIndexOf('=')
  const [from, to] = [pair.slice(0, at), join(root, pair.slice(at + 1))]
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}

/** Nobody has said yet where this is at home: better no address than one that leads nowhere. */
function homepageOf(url) {
  return url && !new URL(url).hostname.endsWith('.invalid') ? url : undefined
}
