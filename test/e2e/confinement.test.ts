import { join } from 'node:path'
import { expect, test } from './fixtures'

// Each has an app of its own: after a navigation that was refused Playwright may wait for its end for ever.
const PRELOAD = join(import.meta.dirname, '../../out/preload/index.cjs')

test('a link opens in the person’s browser if it is https, and never in a window of ours', async ({
  usher,
  page
}) => {
  await usher.app.evaluate(({ shell }) => {
    const opened: string[] = []
    shell.openExternal = url => Promise.resolve(void opened.push(url))
    Object.assign(globalThis, { opened })
  })
  const urls = [
    'https://learn.microsoft.com/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'usher://log',
    'javascript:1'
  ]
  const windows = await page.evaluate(all => all.map(url => window.open(url)), urls)

  expect(windows).toEqual(urls.map(() => null))
  const opened = () => usher.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  await expect.poll(opened).toEqual(['https://learn.microsoft.com/'])
  expect(usher.app.windows()).toHaveLength(1)
})

test('the page cannot be led away from the console', async ({ usher, page }) => {
  const refused = await usher.app.evaluateHandle(({ webContents }) => {
    const urls: string[] = []
    webContents.getAllWebContents()[0]?.on('will-frame-navigate', event => {
      if (event.defaultPrevented) urls.push(event.url)
    })
    return urls
  })
  await page.evaluate(() => location.assign('https://example.com/'))
  await expect.poll(() => refused.jsonValue()).toEqual(['https://example.com/'])
  expect(page.url()).toMatch(/^app:\/\/console\//)
})

test('the page reaches no other program and no file, by its content security policy', async ({ page }) => {
  const urls = ['http://127.0.0.1:1/', 'https://example.com/']
  const blocked = await page.evaluate(async all => {
    const violations: string[] = []
    const bothSaid = new Promise<void>(resolve =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (violations.push(effectiveDirective) === all.length) resolve()
      })
    )
    const answers = await Promise.allSettled(all.map(url => fetch(url)))
    await bothSaid
    return { violations, answers: answers.map(({ status }) => status) }
  }, urls)
  expect(blocked).toEqual({ violations: ['connect-src', 'connect-src'], answers: ['rejected', 'rejected'] })
})

test('no foreign script, style or frame takes effect in the page', async ({ page }) => {
  const blocked = await page.evaluate(async () => {
    const violations = new Set<string>()
    const allThree = new Promise<void>(resolve =>
      document.addEventListener('securitypolicyviolation', event => {
        violations.add(event.effectiveDirective)
        if (violations.size === 3) resolve()
      })
    )
    const script = Object.assign(document.createElement('script'), { textContent: 'window.foreign = true' })
    const style = Object.assign(document.createElement('style'), { textContent: 'body { display: none }' })
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
    document.body.append(script, style, frame)
    await allThree
    return { violations: [...violations].sort(), hasRun: 'foreign' in window }
  })
  expect(blocked).toEqual({ violations: ['frame-src', 'script-src-elem', 'style-src-elem'], hasRun: false })
})

test('the page has no Node, and of the desktop only two words', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'Buffer', 'module'].filter(name => name in window),
    bridge: (window as unknown as { bridge: object }).bridge
  }))
  expect(seen).toEqual({ node: [], bridge: { kind: 'electron', platform: process.platform } })
})

test('a page that is not the console gets no connection to the engine', async ({ usher, page }) => {
  await expect(page.getByRole('banner')).toBeVisible()
  const opened = usher.app.waitForEvent('window')
  await usher.app.evaluate(({ BrowserWindow }, preload) => {
    const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    void foreign.loadURL('data:text/html,<title>foreign</title>')
  }, PRELOAD)
  const foreign = await opened
  await expect(foreign).toHaveTitle('foreign')

  const end = await foreign.evaluate(
    () =>
      new Promise<string>(resolve => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('close', () => resolve('closed'))
        port1.addEventListener('message', () => resolve('answered'))
        port1.start()
        window.postMessage({ kind: 'usher:connect' }, '*', [port2])
      })
  )
  expect(end).toBe('closed')
})

test('every permission is refused, except copying to the clipboard', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'clipboard-write'
    ]
    const all = await Promise.all(
      names.map(name => navigator.permissions.query({ name: name as PermissionName }))
    )
    return Object.fromEntries(all.map(({ state }, index) => [names[index], state]))
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    'clipboard-read': 'denied',
    'clipboard-write': 'granted'
  })
})

test('the console’s scheme serves the console and nothing beside it', async ({ usher }) => {
  const statuses = await usher.app.evaluate(async ({ net }) => {
    const urls = [
      'app://console/',
      'app://console/index.html',
      'app://elsewhere/index.html',
      'app://console/..%2f..%2fpackage.json',
      'app://console/%2e%2e/main/index.js',
      'app://console/nothing.js'
    ]
    const answers = await Promise.all(urls.map(url => net.fetch(url)))
    return answers.map(({ status }) => status)
  })
  expect(statuses).toEqual([200, 200, 404, 404, 404, 404])
})

test('the page breaks no rule of its own content security policy', async ({ page }) => {
  await page.addInitScript(() => {
    const broken: string[] = []
    Object.assign(window, { broken })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      broken.push(`${effectiveDirective}: ${blockedURI}`)
    })
  })
  await page.reload()
  for (const screen of ['Setup', 'Live log', 'Users', 'Groups', 'Tokens', 'Simulator', 'Settings']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }).click()
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
  }
  expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([])
})
