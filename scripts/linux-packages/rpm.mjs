import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { runTool } from './run-tool.mjs'

/** Folders of the system's own belong to no package. */
const SHARED =
  /^\/(opt|usr(\/share(\/(applications|mime(\/packages)?|icons(\/hicolor(\/[^/]+(\/apps)?)?)?))?)?)$/

/** electron-builder speaks Debian's names. */
const ARCHITECTURES = { amd64: 'x86_64', arm64: 'aarch64', i386: 'i686', armhf: 'armv7hl' }

/** Makes `options.package` of what lies in `root`. What is in it stays as it is: nothing is stripped, no dependency guessed. */
export async function buildRpm(work, root, options) {
  const spec = join(work, 'package.spec')
  writeFileSync(spec, specOf(root, options))
  await runTool('rpmbuild', [
    '--quiet',
    '-bb',
    ...define('_topdir', work),
    ...define('_rpmdir', dirname(options.package)),
    ...define('_build_name_fmt', basename(options.package)),
    ...define('_binary_payload', 'w3T0.xzdio'),
    ...define('_build_id_links', 'none'),
    ...define('__os_install_post', '%{nil}'),
    ...define('debug_package', '%{nil}'),
    ...define('_unpackaged_files_terminate_build', '1'),
    '--buildroot',
    join(work, 'buildroot'),
    '--target',
    ARCHITECTURES[options.architecture] ?? options.architecture,
    spec
  ])
}

const define = (name, value) => ['--define', `${name} ${value}`]

export function specOf(root, options) {
  const {
    name,
    version,
    iteration = '1',
    maintainer,
    vendor,
    homepage,
    license,
    description,
    depends = []
  } = options
  const tags = {
    Name: name,
    Version: version,
    Release: iteration,
    Summary: options['rpm-summary'] ?? description.split('\n', 1)[0],
    License: license,
    Vendor: vendor,
    Packager: maintainer,
    URL: homepage,
    Group: options.category,
    AutoReqProv: 'no'
  }
  const lines = Object.entries(tags).filter(([, value]) => value)
  return [
    ...lines.map(([tag, value]) => `${tag}: ${escaped(value)}`),
    ...depends.map(needed => `Requires: ${needed}`),
    '%description',
    escaped(description),
    // rpmbuild empties its own folder first, so what goes in comes from another.
    '%install',
    'mkdir -p "%{buildroot}"',
    `cp -al "${root}/." "%{buildroot}/"`,
    script('post', options['after-install']),
    script('postun', options['after-remove']),
    '%files',
    '%defattr(-,root,root,-)',
    ...filesOf(root),
    ''
  ].join('\n')
}

const escaped = text => text.replaceAll('%', '%%')

const script = (moment, file) =>
  file ? `%${moment} -p /bin/bash\n${escaped(readFileSync(file, 'utf8'))}` : ''

function filesOf(root) {
  return readdirSync(root, { recursive: true })
    .map(String)
    .map(path => [join(root, path), `/${relative(root, join(root, path))}`])
    .filter(([, path]) => !SHARED.test(path))
    .map(([file, path]) => `${lstatSync(file).isDirectory() ? '%dir ' : ''}"${escaped(path)}"`)
}
