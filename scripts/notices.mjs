// npm run package: who wrote what is inside, as a text for people and as a list for machines (CycloneDX).
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './setup/places.mjs'

/** Where the build notes which packages each bundle took in (electron.vite.config.ts). */
const NOTES = inProject('out', 'packages')

/** Beside the bundles, because it is native. */
const OUTSIDE = ['better-sqlite3']

const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)([-.].*)?$/i

/**
 * Writes `out/notices/THIRD-PARTY-LICENCES.txt` and `out/notices/sbom.cdx.json`.
 * @param {string} electronVersion
 * @returns {number} how many packages are named
 */
export function writeNotices(electronVersion) {
  const packages = bundledPackages().map(describePackage)
  const folder = inProject('out', 'notices')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), licencesText(packages))
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bom(packages, electronVersion), null, 2)}\n`)
  return packages.length
}

/** Paths below the project, as package-lock.json names them: a name may be there in two versions. */
function bundledPackages() {
  const noted = readdirSync(NOTES).flatMap(name => JSON.parse(readFileSync(join(NOTES, name), 'utf8')))
  return [...new Set([...noted, ...OUTSIDE.map(name => `node_modules/${name}`)])].toSorted((a, b) =>
    a.localeCompare(b)
  )
}

function describePackage(path) {
  const folder = inProject(path)
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8')
  )
  const texts = readdirSync(folder)
    .filter(file => LICENCE_FILE.test(file))
    .map(file => readFileSync(join(folder, file), 'utf8').trim())
  return {
    path,
    name,
    version,
    licence: license ?? 'see its text',
    author: authorName(author),
    homepage,
    texts
  }
}

const authorName = author => (typeof author === 'string' ? author : author?.name)

function licencesText(packages) {
  const chapters = packages.map(({ name, version, licence, author, texts }) =>
    [
      `${name} ${version}`,
      `Licence: ${licence}`,
      '',
      ...(texts.length > 0
        ? texts
        : [`The package has no text of its licence${author ? `; its author is ${author}` : ''}.`])
    ].join('\n')
  )
  return [
    'Usher contains the following software of others. What Electron and Chromium contain is told in',
    'LICENSE.electron.txt and LICENSES.chromium.html beside the program; SQLite, inside better-sqlite3, is in the public domain.',
    '',
    ...chapters.flatMap(chapter => ['-'.repeat(100), chapter, ''])
  ].join('\n')
}

/** CycloneDX 1.6. The serial number is made of the content, so that the same build gives the same file. */
function bom(packages, electronVersion) {
  const { version, license } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  const locked = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages
  const electron = { type: 'framework', 'bom-ref': `pkg:npm/electron@${electronVersion}`, name: 'electron' }
  const components = [
    {
      ...electron,
      version: electronVersion,
      purl: electron['bom-ref'],
      licenses: [{ license: { id: 'MIT' } }]
    },
    ...packages.map(described => componentOf(described, locked[described.path]))
  ]
  const usher = `pkg:generic/usher@${version}`
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(components))}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': usher,
        name: 'Usher',
        version,
        licenses: [{ license: { id: license } }]
      }
    },
    components,
    dependencies: [{ ref: usher, dependsOn: components.map(component => component['bom-ref']) }]
  }
}

function componentOf({ name, version, licence, homepage }, locked) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name]
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name: short,
    version,
    purl,
    licenses: [/ (OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
    ...(locked?.integrity && { hashes: [hashOf(locked.integrity)] }),
    ...(homepage && { externalReferences: [{ type: 'website', url: homepage }] })
  }
}

/** npm writes "sha512-" and base64; CycloneDX wants hex. */
function hashOf(integrity) {
  const [algorithm, content] = integrity.split('-', 2)
  return {
    alg: algorithm === 'sha512' ? 'SHA-512' : 'SHA-1',
    content: Buffer.from(content, 'base64').toString('hex')
  }
}

function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ].join('-')
}
