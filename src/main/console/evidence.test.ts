import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { EVIDENCE_FILES, type EvidenceStep } from '../../shared/evidence'
import { TOKEN } from '../engine/started.fixture'
import { openConsole } from './opened.fixture'

const open = (file: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))

async function stepsOf(stream: Promise<AsyncIterable<EvidenceStep>>) {
  const steps: EvidenceStep[] = []
  for await (const step of await stream) steps.push(step)
  return steps
}

test('the pack is one zip with all its files, no secret in any, and a manifest of what is in it and what is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'usher-evidence-'))
  const { client, send, sendRaw } = await openConsole({
    chooseFile: ({ name }) => Promise.resolve(join(folder, name))
  })
  const { secret } = await client.tokens.create({ name: 'Entra', expiresAt: null })
  await send('POST', '/Users', { userName: 'anna', password: 'Tr0ub4dor&3', nickName: secret })
  await sendRaw(`/scim/v2/Users?token=${secret}`, {
    headers: { Authorization: `Bearer ${secret}`, Cookie: 'a=b' }
  })
  await client.settings.set({ 'log.savedFilters': [{ name: 'Anna', query: 'anna' }] })

  const steps = await stepsOf(client.evidence.save({ hours: null }))
  const saved = steps.find(step => step.kind === 'saved')!
  expect(saved).toMatchObject({ name: expect.stringMatching(/^usher-evidence-.*\.zip$/) })
  expect(saved.entries.map(({ file }) => file)).toEqual(EVIDENCE_FILES)
  expect(readdirSync(folder)).toEqual([saved.name])

  const files = open(readFileSync(join(folder, saved.name)))
  expect(Object.keys(files)).toEqual([...EVIDENCE_FILES])
  for (const text of Object.values(files)) {
    for (const one of [secret.slice(0, 20), TOKEN, 'Tr0ub4dor', 'a=b', 'savedFilters'])
      expect(text).not.toContain(one)
  }
  const har = JSON.parse(files['log.har'] ?? '') as { log: { entries: unknown[] } }
  expect(har.log.entries).toHaveLength(2)
  expect(saved.entries[0]).toMatchObject({ file: 'log.har', count: 2 })
  expect(files['log.jsonl']?.trimEnd().split('\n')).toHaveLength(4)
  expect(JSON.parse(files['clock.json'] ?? '')).toMatchObject({ now: expect.any(String) })
  expect(JSON.parse(files['manifest.json'] ?? '')).toMatchObject({
    contents: expect.arrayContaining([expect.objectContaining({ file: 'log.har', count: 2 })]),
    removed: expect.arrayContaining(['Authorization headers: never stored'])
  })
})

test('a browser gets its bytes, and nobody who chooses no place gets a file', async () => {
  const browser = await openConsole()
  const steps = await stepsOf(browser.client.evidence.save({ hours: 1 }))
  const pieces = steps.flatMap(step => (step.kind === 'piece' ? [Buffer.from(step.base64, 'base64')] : []))
  expect(Object.keys(open(Buffer.concat(pieces)))).toEqual([...EVIDENCE_FILES])

  const desktop = await openConsole({ chooseFile: () => Promise.resolve(null) })
  expect(await stepsOf(desktop.client.evidence.save({ hours: 1 }))).toEqual([
    { kind: 'choosing' },
    { kind: 'dismissed' }
  ])
})
