/**
 * `npm run check-package` (after `npm run package`): the packaged app, as it is handed out, goes through its first run. With its
 * production fuses Playwright cannot start it, so it is driven over the DevTools protocol. Takes about 10 s.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium } from '@playwright/test'
import { Stop, main, say } from '../../scripts/setup/say.mjs'
import { inProject } from '../../scripts/setup/places.mjs'
import startDisplay from '../e2e/global-setup.ts'

const FOLDER = inProject('dist', 'linux-unpacked')
const PROGRAM = join(FOLDER, 'usher')
const MEGABYTE = 1024 * 1024
const MOST_TO_WINDOW_MS = 3_000
const MOST_TO_LISTENING_MS = 1_000

await main(async () => {
  if (!existsSync(PROGRAM)) throw new Stop(`${PROGRAM} is missing. Run: npm run package`)
  process.env.USHER_ELECTRON = PROGRAM
  const stopDisplay = await startDisplay()
  const folder = await mkdtemp(join(tmpdir(), 'usher package '))
  try {
    await checkFiles()
    await checkFirstRun(folder)
    say('The packaged app passed its first run.')
  } finally {
    await stopDisplay?.()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

async function checkFiles() {
  const { size } = statSync(join(FOLDER, 'resources', 'app.asar'))
  say(`app.asar: ${(size / MEGABYTE).toFixed(1)} MB`)
  assert(size < 15 * MEGABYTE, 'app.asar is below 15 MB')
  assert(
    !existsSync(join(FOLDER, 'resources', 'app')),
    'nothing lies beside the archive that could be run instead'
  )

  const unpacked = readdirSync(join(FOLDER, 'resources'), { recursive: true })
  assert(
    unpacked.some(path => path.endsWith('.node')),
    'the native module is unpacked'
  )

  const fuses = await getCurrentFuseWire(PROGRAM)
  const {
    RunAsNode,
    EnableNodeOptionsEnvironmentVariable,
    EnableNodeCliInspectArguments,
    OnlyLoadAppFromAsar
  } = FuseV1Options
  for (const off of [RunAsNode, EnableNodeOptionsEnvironmentVariable, EnableNodeCliInspectArguments])
    assert.equal(fuses[off], FuseState.DISABLE)
  assert.equal(fuses[OnlyLoadAppFromAsar], FuseState.ENABLE)

  const { components } = JSON.parse(readFileSync(join(FOLDER, 'resources', 'sbom.cdx.json'), 'utf8'))
  const licences = readFileSync(join(FOLDER, 'resources', 'THIRD-PARTY-LICENCES.txt'), 'utf8')
  for (const name of ['react', 'fastify', 'better-sqlite3', 'zod']) {
    assert(
      components.some(component => component.name === name),
      `${name} is in the parts list`
    )
    assert(licences.includes(`\n${name} `), `${name} is among the licences`)
  }
}

async function checkFirstRun(folder) {
  const port = await freePort()
  const startedAt = performance.now()
  const app = launch(folder, port)
  try {
    const address = await devToolsAddress(app)
    const [toWindow, toListening] = await Promise.all(
      [pageWithTitle(address), answerOf(port)].map(async event => {
        await event
        return Math.round(performance.now() - startedAt)
      })
    )
    say(`Start to window ${toWindow} ms, to listening ${toListening} ms`)
    assert(toWindow < MOST_TO_WINDOW_MS, 'the window comes soon')
    assert(toListening < toWindow + MOST_TO_LISTENING_MS, 'the server answers soon')

    const browser = await chromium.connectOverCDP(address)
    const [page] = browser.contexts()[0].pages()
    assert(page.url().startsWith('app://console/'))
    await page.getByRole('banner').getByText('Running', { exact: true }).waitFor()
    const secret = await createToken(page)
    await playFirstRequests(`http://127.0.0.1:${port}/scim/v2`, secret)
    await seeThem(page)
    await startAtLogin(page, folder)

    const end = once(app, 'exit')
    const devTools = await browser.newBrowserCDPSession()
    await devTools.send('Browser.close').catch(() => undefined)
    assert.deepEqual(await end, [0, null], 'it quits in order')
  } finally {
    if (app.exitCode === null) app.kill('SIGKILL')
  }
}

/** With folders of its own: a packaged app registers its links and its start at login there. */
function launch(folder, port) {
  const switches = [
    '--remote-debugging-port=0',
    '--disable-gpu',
    '--lang=en-US',
    `--data=${join(folder, 'data')}`,
    `--port=${port}`
  ]
  if (process.getuid?.() === 0) switches.push('--no-sandbox')
  return spawn(PROGRAM, switches, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), LANG: 'en_US.UTF-8' }
  })
}

function devToolsAddress(app) {
  const { promise, resolve, reject } = Promise.withResolvers()
  let text = ''
  app.stderr.on('data', chunk => {
    text += chunk
    const [, address] = /DevTools listening on (ws:\S+)/.exec(text) ?? []
    if (address) resolve(address)
  })
  app.once('exit', code =>
    reject(new Stop(`The packaged app ended (${code}) before its window came:\n${text}`))
  )
  return promise
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

async function answerOf(port) {
  const limit = Date.now() + 20_000
  while (Date.now() < limit) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  throw new Stop('The packaged app did not answer within 20 s.')
}

/** Whoever attaches in the middle of the first load waits for ever, so the page is first looked at from outside. */
async function pageWithTitle(address) {
  const list = new URL('/json/list', address.replace('ws:', 'http:'))
  const limit = Date.now() + 20_000
  while (Date.now() < limit) {
    const targets = await fetch(list).then(answer => answer.json())
    if (targets.some(({ type, title }) => type === 'page' && title.includes('Usher'))) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  throw new Stop('The packaged app showed no page within 20 s.')
}

async function createToken(page) {
  await page.getByRole('link', { name: 'Tokens' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Create token' }).first().click()
  const form = page.getByRole('dialog', { name: 'Create token' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Contoso')
  await form.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: /is ready/ })
  const secret = await dialog.getByLabel('Secret token', { exact: true }).textContent()
  await dialog.getByRole('checkbox', { name: 'I have copied it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  return secret
}

async function playFirstRequests(base, secret) {
  const send = async (method, path, body) => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/scim+json' },
      ...(body && { body: JSON.stringify(body) })
    })
    return { status: answer.status, body: answer.status === 204 ? null : await answer.json() }
  }
  const filter = encodeURIComponent('userName eq "alice@contoso.example"')
  assert.equal((await send('GET', `/Users?filter=${filter}`)).body.totalResults, 0)
  const user = await send('POST', '/Users', { userName: 'alice@contoso.example', displayName: 'Alice Ng' })
  const group = await send('POST', '/Groups', { displayName: 'Finance' })
  assert.deepEqual([user.status, group.status], [201, 201])
  const added = await send('PATCH', `/Groups/${group.body.id}`, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'Add', path: 'members', value: [{ value: user.body.id }] }]
  })
  assert([200, 204].includes(added.status))
}

async function seeThem(page) {
  await page.getByRole('link', { name: 'Live log' }).click()
  const rows = page.getByRole('grid', { name: 'Requests' })
  for (const sentence of ['Created Alice Ng', 'Created group Finance', 'Added Alice Ng to Finance'])
    await rows.getByText(sentence).waitFor()
  await page.getByRole('link', { name: 'Users' }).click()
  await page.getByRole('table', { name: 'Users' }).getByText('Alice Ng').first().waitFor()
}

/** Only an installed app has this switch, so here is where it is seen to work. */
async function startAtLogin(page, folder) {
  const entry = join(folder, 'config', 'autostart', 'usher.desktop')
  await page.getByRole('link', { name: 'Settings' }).click()
  const named = { name: 'Start at login' }
  await page.getByRole('switch', { ...named, checked: false }).click()
  await page.getByRole('switch', { ...named, checked: true }).waitFor()
  await waitForFile(entry, true)
  assert(readFileSync(entry, 'utf8').includes(`Exec="${PROGRAM}" --hidden`))
  await page.getByRole('switch', { ...named, checked: true }).click()
  await waitForFile(entry, false)
}

async function waitForFile(file, isThere) {
  const limit = Date.now() + 5_000
  while (existsSync(file) !== isThere && Date.now() < limit)
    await new Promise(resolve => setTimeout(resolve, 20))
  assert.equal(existsSync(file), isThere, `${file} follows the switch`)
}
