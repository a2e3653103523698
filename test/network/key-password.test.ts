import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { desktopWith, startEngine } from '../../src/main/engine/started.fixture'
import { certificateFile } from '../tls-front'

const PASSWORD = 'correct-horse-battery'
const SEALED = 'key-password.sealed'

/** A data folder whose key wants a password, with TLS switched on. */
async function lockedFolder(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'usher-key-'))
  mkdirSync(join(dataFolder, 'tls'))
  copyFileSync(certificateFile('tunnel-encrypted.key'), join(dataFolder, 'tls', 'key.pem'))
  copyFileSync(certificateFile('tunnel.pem'), join(dataFolder, 'tls', 'certificate.pem'))
  const { engine, stop } = await startEngine({ dataFolder })
  await engine.console.settings.set({ 'tls.isOn': true })
  await stop()
  return dataFolder
}

/** A desktop with a key store that turns texts round; null: one without. */
const desktopOf = (hasKeyStore: boolean) =>
  desktopWith({
    seal: text => Promise.resolve(hasKeyStore ? text.split('').reverse().join('') : null),
    unseal: sealed => Promise.resolve(hasKeyStore ? sealed.split('').reverse().join('') : null)
  })

test('a password that was typed opens the door, is kept sealed, and opens it at the next start', async () => {
  const dataFolder = await lockedFolder()
  const desktop = desktopOf(true)
  const { engine, stop } = await startEngine({ dataFolder, desktop })
  const { server, tls } = engine.console
  expect(server.state()).toMatchObject({
    state: 'stopped',
    trouble: expect.stringContaining('needs a password'),
    keyPassword: { from: 'none' }
  })
  expect(await tls.setPassword('wrong')).toBe('wrong')
  expect(await tls.setPassword(PASSWORD)).toBe('taken')
  expect(server.state()).toMatchObject({
    state: 'running',
    tls: { kind: 'on' },
    keyPassword: { from: 'stored', whyNotStored: null }
  })
  expect(readFileSync(join(dataFolder, SEALED), 'utf8')).not.toContain(PASSWORD)
  await stop()

  const again = await startEngine({ dataFolder, desktop })
  expect(again.engine.console.server.state()).toMatchObject({
    state: 'running',
    keyPassword: { from: 'stored' }
  })
  again.engine.console.tls.forgetPassword()
  expect(existsSync(join(dataFolder, SEALED))).toBe(false)
  expect(again.engine.console.server.state()).toMatchObject({
    state: 'running',
    keyPassword: { from: 'none' }
  })
})

test.each([
  ['a desktop without a key store', desktopOf(false), 'no-safe-storage'],
  ['no desktop', undefined, 'in-browser']
] as const)(
  'with %s it is kept in memory, and asked for again at the next start',
  async (_, desktop, why) => {
    const dataFolder = await lockedFolder()
    const { engine, stop } = await startEngine({ dataFolder, ...(desktop && { desktop }) })
    expect(await engine.console.tls.setPassword(PASSWORD)).toBe('taken')
    expect(engine.console.server.state()).toMatchObject({
      state: 'running',
      keyPassword: { from: 'typed', whyNotStored: why }
    })
    expect(existsSync(join(dataFolder, SEALED))).toBe(false)
    await stop()

    const again = await startEngine({ dataFolder, ...(desktop && { desktop }) })
    expect(again.engine.console.server.state()).toMatchObject({
      state: 'stopped',
      keyPassword: { from: 'none' }
    })
  }
)

test('the password of the environment counts before everything else and is not written down', async () => {
  const dataFolder = await lockedFolder()
  const { engine } = await startEngine({ dataFolder, tlsPassword: PASSWORD, desktop: desktopOf(true) })
  expect(engine.console.server.state()).toMatchObject({
    state: 'running',
    keyPassword: { from: 'environment' }
  })
  expect(await engine.console.tls.setPassword('another')).toBe('given')
  expect(existsSync(join(dataFolder, SEALED))).toBe(false)
})
