import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { inProject } from './setup/places.mjs'

test('a script that begins with exec finds one on Windows too: a file of that name, where cmd looks first', () => {
  const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  expect(Object.values(scripts).some(script => script.startsWith('exec '))).toBe(true)
  expect(existsSync(inProject('exec.cmd'))).toBe(true)
  expect(readFileSync(inProject('exec.cmd'), 'utf8')).toMatch(/^@rem .*\r\n@%\*\r\n$/)
})

test.skipIf(process.platform === 'win32')(
  'npm run headless: the first line is the ready line, and SIGTERM to npm ends it with 0',
  async () => {
    const data = mkdtempSync(join(tmpdir(), 'usher npm '))
    const npm = spawn(
      'npm',
      ['run', 'headless', '--', '--data', data, '--port', '0', '--console-port', 'off'],
      {
        cwd: inProject('.'),
        stdio: ['ignore', 'pipe', 'inherit']
      }
    )
    const [line] = await once(createInterface({ input: npm.stdout }), 'line')
    const ready = JSON.parse(line)
    expect(ready).toMatchObject({ ready: true, data })
    npm.kill('SIGTERM')
    expect(await once(npm, 'exit')).toEqual([0, null])
    await expect(fetch(ready.scim)).rejects.toThrow()
  },
  60_000
)

test('what scripts take from the tests runs on Node as it is: its imports name whole files', () => {
  const seen = new Set()
  const faults = []
  const follow = file => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, to] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^'=]*from '(\.[^']+)'/gm
    )) {
      const target = join(dirname(file), to)
      if (existsSync(target)) follow(target)
      else faults.push(`${file}: ${to}`)
    }
  }
  follow(inProject('scripts/screenshots.mjs'))
  expect(faults).toEqual([])
  expect([...seen]).toContain(inProject('test/e2e/launch.ts'))
})
