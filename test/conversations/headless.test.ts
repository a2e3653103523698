import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startHeadless } from './built-headless'
import { CONVERSATIONS, replay } from './replay'
import { sendTo } from './senders'

const TOKEN = 'a-token-for-conversations-0123456789abcdef'
const newFolder = () => mkdtempSync(join(tmpdir(), 'usher headless '))

/** A running program on a folder, with any free ports. */
async function started(folder: string, ...args: string[]) {
  const program = await startHeadless(['--data', folder, '--port', '0', '--console-port', 'off', ...args], {
    USHER_TOKEN: TOKEN
  })
  if (!program.first.ready) throw new Error(program.first.error)
  const { origin } = new URL(program.first.scim)
  return { ...program, first: program.first, send: sendTo(origin) }
}

const authorised = (method: string, path: string, body: object | null = null) => ({
  method,
  path: `/scim/v2${path}`,
  headers: { Authorization: `Bearer ${TOKEN}`, ...(body && { 'Content-Type': 'application/scim+json' }) },
  body: body && JSON.stringify(body)
})

describe('the built headless program', () => {
  test.each(CONVERSATIONS)(
    '$name: all $lines lines are answered as expected',
    async ({ name, startsAfter }) => {
      const { send } = await started(newFolder())
      if (startsAfter !== null) expect(await replay(startsAfter, send, TOKEN)).toEqual([])
      expect(await replay(name, send, TOKEN)).toEqual([])
    }
  )

  test('its first line says where everything is, and nothing follows it', async () => {
    const folder = newFolder()
    const { first, stdout, stderr, kill, ended } = await started(folder, '--console-port', '0')
    expect(first).toEqual({
      ready: true,
      scim: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/scim\/v2$/),
      console: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{32}$/),
      data: folder,
      pid: expect.any(Number)
    })
    kill('SIGINT')
    expect(await ended).toBe(0)
    expect(stdout()).toBe(`${JSON.stringify(first)}\n`)
    expect(stderr()).toBe('')
  })

  test('without a console it says so', async () => {
    expect((await started(newFolder())).first.console).toBeNull()
  })

  test('SIGTERM: what was acknowledged is there after the next start, and only whole files remain', async () => {
    const folder = newFolder()
    const before = await started(folder)
    const created = await before.send(authorised('POST', '/Users', { userName: 'anna' }))
    before.kill('SIGTERM')
    expect(await before.ended).toBe(0)
    expect(readdirSync(folder).filter(name => /-(wal|shm)$/.test(name))).toEqual([])

    const { id } = JSON.parse(created.body) as { id: string }
    expect((await (await started(folder)).send(authorised('GET', `/Users/${id}`))).status).toBe(200)
  })

  test('SIGKILL: what was acknowledged is there after the next start', async () => {
    const folder = newFolder()
    const before = await started(folder)
    const created = await before.send(authorised('POST', '/Users', { userName: 'anna' }))
    before.kill('SIGKILL')
    expect(await before.ended).toBe('SIGKILL')

    const after = await started(folder)
    const { id } = JSON.parse(created.body) as { id: string }
    expect((await after.send(authorised('GET', `/Users/${id}`))).status).toBe(200)
  })

  test('with --log off nothing of the requests is on the disk', async () => {
    const folder = newFolder()
    const { send, kill, ended } = await started(folder, '--log', 'off')
    await send(authorised('GET', '/Users'))
    kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(readdirSync(folder)).not.toContain('journal.db')
  })
})

describe('what keeps it from starting is told in one line, with exit code 1', () => {
  const failing = async (args: string[], env: Record<string, string> = {}) => {
    const program = await startHeadless(args, env)
    expect(await program.ended).toBe(1)
    expect(program.stdout().split('\n')).toHaveLength(2)
    return program.first
  }

  test('a taken port', async () => {
    const other = createServer()
    onTestFinished(() => void other.close())
    const port = await new Promise<number>(resolve =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    )
    const data = ['--data', newFolder()]
    expect(await failing([...data, '--port', String(port)])).toEqual({
      ready: false,
      error: `Port ${port} is in use by another program. Start with another --port, or with --port 0 for any free one.`
    })
    expect(await failing([...data, '--port', '0', '--console-port', String(port)])).toMatchObject({
      ready: false,
      error: expect.stringContaining(`Port ${port}, for the console, is in use`)
    })
  })

  test('a data folder that another Usher uses', async () => {
    const folder = newFolder()
    await started(folder)
    expect(await failing(['--data', folder, '--port', '0'])).toMatchObject({
      ready: false,
      error: expect.stringContaining('in use by another Usher')
    })
  })

  test('a data folder that is a file', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    expect(await failing(['--data', file, '--port', '0'])).toMatchObject({
      error: expect.stringContaining(`The data folder ${file} cannot be used`)
    })
  })

  test('a damaged directory', async () => {
    const folder = newFolder()
    writeFileSync(
      join(folder, 'usher.db'),
      'this is no database, and long enough to be looked at'.repeat(100)
    )
    expect(await failing(['--data', folder, '--port', '0'])).toMatchObject({
      error: expect.stringContaining('damaged')
    })
  })

  test('a damaged directory that has a backup: the newest sound one is named, and --restore goes on from it', async () => {
    const folder = newFolder()
    const first = await started(folder)
    const { status, body } = await first.send(authorised('POST', '/Users', { userName: 'anna' }))
    expect(status).toBe(201)
    first.kill('SIGTERM')
    await first.ended
    const [file, backups] = [join(folder, 'usher.db'), join(folder, 'backups')]
    mkdirSync(backups, { recursive: true })
    copyFileSync(file, join(backups, 'usher-2026-01-01T12-00-00.db'))
    writeFileSync(
      join(backups, 'usher-2026-01-02T12-00-00.db'),
      'a newer one that is damaged too '.repeat(200)
    )
    writeFileSync(file, 'this is no database, and long enough to be looked at'.repeat(100))
    const damaged = readFileSync(file)

    expect(await failing(['--data', folder, '--port', '0'])).toEqual({
      ready: false,
      error: expect.stringMatching(/is damaged: .* Start with --restore usher-2026-01-01T12-00-00\.db/),
      backup: 'usher-2026-01-01T12-00-00.db'
    })
    expect(readFileSync(file).equals(damaged)).toBe(true)

    const again = await started(folder, '--restore', 'usher-2026-01-01T12-00-00.db')
    const { id } = JSON.parse(body) as { id: string }
    expect(await again.send(authorised('GET', `/Users/${id}`))).toMatchObject({ status: 200 })
  })

  test('a secret from the environment that is too short', async () => {
    const env = { USHER_TOKEN: 'short' }
    expect(await failing(['--data', newFolder(), '--port', '0'], env)).toEqual({
      ready: false,
      error: 'USHER_TOKEN has 5 characters; it needs 32 or more.'
    })
  })

  test('arguments that mean nothing', async () => {
    expect(await failing(['--port', 'http'])).toEqual({
      ready: false,
      error: '--port is a number from 0 (any free port) to 65535, not "http".'
    })
  })
})
