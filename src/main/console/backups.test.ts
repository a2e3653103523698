import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openEngine } from '../headless/reopenable'
import { silentLog } from '../platform/app-log'
import { systemClock } from '../platform/clock'
import { TOKEN } from '../engine/started.fixture'
import { openConsole, refusal } from './opened.fixture'

test('a backup by hand is checked and listed; another file of the folder cannot be named', async () => {
  const { client, send, dataFolder } = await openConsole({ reopen: () => undefined })
  await send('POST', '/Users', { userName: 'anna' })
  const made = await client.backups.create()
  expect(made).toMatchObject({
    kind: 'by-hand',
    check: { finding: null, counts: { users: 1, groups: 0, tokens: 0 } }
  })
  expect(await client.backups.list()).toMatchObject({ backups: [made], isRunning: false, lastRestore: null })

  writeFileSync(join(dataFolder, 'backups', 'elsewhere.db'), 'no backup of ours')
  for (const name of ['elsewhere.db', 'gone-2026-01-01T12-00-00.db'])
    expect(await refusal(client.backups.restore({ name }))).toContain('NOT_FOUND: There is no backup')
  expect(await refusal(client.backups.restore({ name: '../usher.db' }))).toContain('BAD_REQUEST')
  await client.backups.remove({ name: made.name })
  expect((await client.backups.list()).backups).toEqual([])
})

test('a damaged backup is not restored, and says what is wrong', async () => {
  const { client, dataFolder } = await openConsole({ reopen: () => undefined })
  const { name } = await client.backups.create()
  writeFileSync(join(dataFolder, 'backups', name), 'this is no database '.repeat(500))
  expect(await refusal(client.backups.restore({ name }))).toMatch(
    /^UNFIT: The backup is damaged: .*not a database/
  )
  expect(await refusal(client.backups.preview({ name }))).toMatch(/^UNFIT: .*not a database/)
})

test('where nobody can open the engine again the restore says so', async () => {
  const { client } = await openConsole()
  const { name } = await client.backups.create()
  expect(await refusal(client.backups.restore({ name }))).toMatch(/^NOT_AVAILABLE: Not available here/)
})

test('without a window too: the engine opens again with the backup, on the port that it had, and undoes it likewise', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'usher-reopen-'))
  const engine = openEngine(
    {
      dataFolder,
      port: 0,
      environmentToken: TOKEN,
      version: 'test',
      clock: systemClock,
      appLog: silentLog
    },
    error => {
      throw error
    }
  )
  onTestFinished(() => engine.stop())
  const { port } = await engine.start()
  const send = (method: string, path: string, body?: object) =>
    fetch(`http://127.0.0.1:${port}/scim/v2${path}`, {
      method,
      headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/scim+json' },
      ...(body && { body: JSON.stringify(body) })
    })
  const userNames = async () => {
    const { Resources } = (await (await send('GET', '/Users')).json()) as {
      Resources: { userName: string }[]
    }
    return Resources.map(({ userName }) => userName)
  }
  const restored = async (name: string) => {
    const before = engine.console()!
    before.backups.restore!(name)
    for (;;) {
      const now = engine.console()
      if (now !== null && now !== before && now.server.state().state === 'running') return now
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  await send('POST', '/Users', { userName: 'anna' })
  const { name } = await engine.console()!.backups.create('by-hand')
  await send('POST', '/Users', { userName: 'bo' })
  const { lastRestore } = (await restored(name)).backups.list()
  expect(await userNames()).toEqual(['anna'])
  expect(lastRestore).toMatchObject({ name })
  await restored(lastRestore!.keptAs!)
  expect(await userNames()).toEqual(['anna', 'bo'])
})
