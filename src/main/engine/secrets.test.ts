import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TOKEN, startEngine } from './started.fixture'

/** Every byte of every file, as one text in which ASCII can be looked for. */
const everything = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

test('the secret of no token and no password is anywhere in the data folder or the log', async () => {
  const { engine, sendRaw, send, rows, dataFolder, stop } = await startEngine()
  const { token, secret } = await engine.console.tokens.create({ name: 'Entra', expiresAt: null })
  const user = { userName: 'a@contoso.example', password: 'Tr0ub4dor&3' }
  const json = { 'Content-Type': 'application/json' }

  for (const one of [secret, TOKEN]) {
    await sendRaw('/scim/v2/Users', { headers: { Authorization: `Bearer ${one}` } })
    await sendRaw('/scim/v2/Users', { headers: { Authorization: one } })
    await sendRaw('/scim/v2/Users', { headers: { Authorization: `Bearer Bearer ${one}` } })
    await sendRaw(`/scim/v2/Users?access_token=${one}&token=${one}`, { headers: { 'X-Token': one } })
    await sendRaw(`/elsewhere/${one}/%zz`)
    await send('POST', '/Users', `{"broken":"${one}"`, json)
  }
  await send('POST', '/Users', user)
  await engine.console.tokens.revoke(token.id)
  await sendRaw('/scim/v2/Users', { headers: { Authorization: `Bearer ${secret}` } })

  const details = await Promise.all(
    (await rows()).map(row => engine.console.journal.get(row.id, { isWhole: true }))
  )
  const log = JSON.stringify(details)
  await stop()
  const files = everything(dataFolder)
  for (const text of [log, files]) {
    expect(text).not.toContain(user.password)
    expect(text).not.toContain(secret.slice(0, 20))
  }
  expect(log).not.toContain(TOKEN)
})
