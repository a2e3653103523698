// npm run screenshots: the pictures of README.md, taken from the real app with the recorded first cycle of Entra in it.
// With --all: every screen, tab and section of settings in both languages, both themes and three sizes, into test-results/screenshots, to look through.
import { mkdirSync } from 'node:fs'
import { replay } from '../test/conversations/replay.ts'
import { sendTo } from '../test/conversations/senders.ts'
import startDisplay from '../test/e2e/global-setup.ts'
import {
  closeApp,
  launchApp,
  makeDataFolder,
  makeSecret,
  removeDataFolder,
  scimOrigin
} from '../test/e2e/launch.ts'
import { logRows, showScreen, tableRows } from '../test/e2e/steps.ts'
import { ensureBuilt } from './setup/build.mjs'
import { ensureDebianPackages, FOR_ELECTRON, FOR_WINDOW_TESTS } from './setup/debian-packages.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { inProject } from './setup/places.mjs'
import { main, say } from './setup/say.mjs'

const FOLDER = inProject('docs', 'screenshots')
const SIZE = { width: 1280, height: 800 }
const EVERYTHING = inProject('test-results', 'screenshots')
const SIZES = [{ width: 1024, height: 700 }, SIZE, { width: 1920, height: 1080 }]
const SECTIONS = [
  'tunnel',
  'appearance',
  'desktop',
  'workspaces',
  'storage',
  'backups',
  'evidence',
  'file',
  'updates',
  'about'
]
/** By their addresses, which are the same in every language. */
const SCREENS = [
  'setup',
  'log',
  'users',
  'groups',
  'tokens',
  'simulator',
  ...['decks', 'faults', 'request', 'check', 'entries'].map(tab => `simulator?tab=${tab}`),
  'settings',
  ...SECTIONS.map(section => `settings/${section}`)
]

await main(async () => {
  await ensureDebianPackages([...FOR_ELECTRON, ...FOR_WINDOW_TESTS])
  Object.assign(process.env, (await ensureElectron()).environment)
  await ensureBuilt()
  const stopDisplay = await startDisplay()
  const dataFolder = await makeDataFolder()
  const secret = makeSecret()
  const usher = await launchApp({ dataFolder, environmentToken: secret, port: 7643 })
  try {
    await fill(usher.page, secret)
    await (process.argv.includes('--all') ? takeEverything(usher.page) : takePictures(usher.page))
  } finally {
    await closeApp(usher)
    await removeDataFolder(dataFolder)
    await stopDisplay?.()
  }
})

async function fill(page, secret) {
  const faults = await replay('entra-initial-cycle', sendTo(await scimOrigin(page)), secret)
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

async function takeEverything(page) {
  mkdirSync(EVERYTHING, { recursive: true })
  for (const language of ['English', 'Deutsch']) {
    await show(page, 'settings')
    await page.getByText(language, { exact: true }).click()
    await page.locator(`html[lang=${language.slice(0, 2).toLowerCase()}] h1`).waitFor()
    for (const colorScheme of ['light', 'dark'])
      for (const size of SIZES)
        for (const screen of SCREENS) {
          await page.setViewportSize(size)
          await page.emulateMedia({ colorScheme })
          await show(page, screen)
          const name = `${screen.replace(/\W+/, '-')}-${language}-${colorScheme}-${size.width}x${size.height}.png`
          await page.screenshot({ path: `${EVERYTHING}/${name}`, animations: 'disabled' })
        }
  }
  say(`${2 * 2 * SIZES.length * SCREENS.length} pictures in test-results/screenshots`)
}

async function show(page, place) {
  await page.evaluate(to => location.assign(`#/${to}`), place)
  const [screen] = place.split(/\W/)
  await page.locator(`nav a[href="#/${screen}"][aria-current=page]`).waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function takePictures(page) {
  mkdirSync(FOLDER, { recursive: true })
  await page.setViewportSize(SIZE)

  await showScreen(page, 'Live log')
  await logRows(page).filter({ hasText: 'to Contoso' }).last().click()
  await page.getByRole('tab', { name: 'Changes' }).click()
  await take(page, 'live-log')

  await showScreen(page, 'Groups')
  await tableRows(page, 'Groups').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await take(page, 'group')

  await page.emulateMedia({ colorScheme: 'dark' })
  await showScreen(page, 'Setup')
  await take(page, 'setup-dark')
}

async function take(page, name) {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' })
  say(`docs/screenshots/${name}.png`)
}
