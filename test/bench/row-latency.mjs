/**
 * `npm exec node test/bench/row-latency.mjs`: how long a request takes from being sent to standing in the window's live log.
 * Sends COUNT requests one after the other and notes, with a MutationObserver in the page, when each row enters the document.
 * Fails if one takes LIMIT_MS or longer.
 */
import { ensureBuilt } from '../../scripts/setup/build.mjs'
import { ensureElectron } from '../../scripts/setup/electron.mjs'
import startDisplay from '../e2e/global-setup.ts'
import {
  closeApp,
  launchApp,
  makeDataFolder,
  makeSecret,
  removeDataFolder,
  scimOrigin
} from '../e2e/launch.ts'
import { showScreen } from '../e2e/steps.ts'
import { openConnection, percentiles } from './http-load.mjs'

const COUNT = 50
const LIMIT_MS = 300

const { version, environment } = await ensureElectron()
Object.assign(process.env, environment)
await ensureBuilt()
const stopDisplay = await startDisplay()
const dataFolder = await makeDataFolder()
const secret = makeSecret()
const usher = await launchApp({ dataFolder, environmentToken: secret })
try {
  await showScreen(usher.page, 'Live log')
  const { hostname, port } = new URL(await scimOrigin(usher.page))
  const connection = await openConnection({ host: hostname, port, token: secret })
  const delaysMs = new Float64Array(COUNT)
  for (let index = 0; index < COUNT; index++)
    delaysMs[index] = await delayOfRow(connection, `row-${index}-end`)
  connection.close()

  const fromSentToShownMs = percentiles(delaysMs)
  console.log(JSON.stringify({ electron: version, requests: COUNT, fromSentToShownMs }, null, 2))
  process.exitCode = fromSentToShownMs.max < LIMIT_MS ? 0 : 1
} finally {
  await closeApp(usher)
  await removeDataFolder(dataFolder)
  await stopDisplay?.()
}

/** Both clocks are this machine's, so the two moments can be subtracted. */
async function delayOfRow(connection, word) {
  const watch = await usher.page.evaluateHandle(noteFirstMention, word)
  const sentAt = Date.now()
  await connection.send({ method: 'GET', path: `/scim/v2/Users?filter=userName+eq+%22${word}%22` })
  return (await watch.evaluate(({ shownAt }) => shownAt)) - sentAt
}

/** In the page: the moment at which a word first stands in the document. */
function noteFirstMention(word) {
  const shownAt = new Promise(resolve => {
    const observer = new MutationObserver(() => {
      if (!document.body.textContent?.includes(word)) return
      observer.disconnect()
      resolve(Date.now())
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  return { shownAt }
}
