// npm run screenshots: the pictures of README.md, taken from the real app with the recorded first cycle of Entra in it.
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

await main(async () => {
  await ensureDebianPackages([...FOR_ELECTRON, ...FOR_WINDOW_TESTS])
  Object.assign(process.env, (await ensureElectron()).environment)
  await ensureBuilt()
  const stopDisplay = await startDisplay()
  const dataFolder = await makeDataFolder()
  const secret = makeSecret()
  const usher = await launchApp({ dataFolder, environmentToken: secret, port: 7643 })
  try {
    mkdirSync(FOLDER, { recursive: true })
    await takePictures(usher.page, secret)
  } finally {
    await closeApp(usher)
    await removeDataFolder(dataFolder)
    await stopDisplay?.()
  }
})

async function takePictures(page, secret) {
  await page.setViewportSize(SIZE)
  const faults = await replay('entra-initial-cycle', sendTo(await scimOrigin(page)), secret)
  if (faults.length > 0) throw new Error(faults.join('\n'))

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
