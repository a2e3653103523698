import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { controlOf } from './deb.mjs'
import { specOf } from './rpm.mjs'

const OPTIONS = {
  name: 'usher',
  version: '0.1.0',
  architecture: 'amd64',
  maintainer: 'The Usher engineers <usher@usher.invalid>',
  description: 'A console\n Shows 100% of it.\n\n And more.',
  license: 'MIT',
  depends: ['libnss3', '(libXtst or libXtst6)']
}

const root = mkdtempSync(join(tmpdir(), 'usher-spec-'))
afterAll(() => rmSync(root, { recursive: true }))

test('a control file says what dpkg asks for, and leaves out what nobody has said', () => {
  expect(controlOf(OPTIONS, 42)).toBe(`Package: usher
Version: 0.1.0
License: MIT
Architecture: amd64
Maintainer: The Usher engineers <usher@usher.invalid>
Installed-Size: 42
Depends: libnss3, (libXtst or libXtst6)
Section: net
Priority: optional
Description: A console
 Shows 100% of it.
 .
 And more.
`)
})

test('a spec owns the files of the app but not the folders of the system, whatever their names', () => {
  mkdirSync(join(root, 'opt', 'Usher', 'a folder'), { recursive: true })
  mkdirSync(join(root, 'usr', 'share', 'applications'), { recursive: true })
  writeFileSync(join(root, 'opt', 'Usher', 'a folder', '100%.txt'), '')
  writeFileSync(join(root, 'usr', 'share', 'applications', 'usher.desktop'), '')
  const spec = specOf(root, OPTIONS)
  expect(spec).toContain('Requires: (libXtst or libXtst6)')
  expect(spec).toContain('Shows 100%% of it.')
  expect(spec).not.toContain('URL:')
  expect(spec.split('%defattr(-,root,root,-)\n')[1].trim().split('\n').toSorted()).toEqual([
    '"/opt/Usher/a folder/100%%.txt"',
    '"/usr/share/applications/usher.desktop"',
    '%dir "/opt/Usher"',
    '%dir "/opt/Usher/a folder"'
  ])
})
