// npm run icons: draws every size of resources/icon.svg with a Chromium. The results are committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { icns, ico } from './icon-files.mjs'
import { findProgram, inProject } from './setup/places.mjs'
import { main, Stop } from './setup/say.mjs'

const APP_SIZES = [16, 32, 48, 64, 128, 256, 512, 1024]
const TRAY_SIZES = [16, 22, 24, 32, 44, 48]

const icon = readFileSync(inProject('resources/icon.svg'), 'utf8')
const lantern = /<g id="lantern"[\s\S]*<\/g>/.exec(icon)[0]
/** The lantern alone, filling its square, in one colour: macOS paints such a "template" itself. */
const silhouette = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="6 4 52 52">${lantern.replaceAll('#ffd074', '#000')}</svg>`

await main(async () => {
  const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome')
  if (!executablePath)
    throw new Stop('Drawing the icons needs a Chromium. Install one (Debian: apt-get install chromium).')

  for (const folder of ['icons', 'tray']) mkdirSync(inProject('resources', folder), { recursive: true })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const drawn = new Map()
  for (const size of APP_SIZES) {
    const png = await draw(page, icon, size)
    drawn.set(size, png)
    writeFileSync(inProject(`resources/icons/${size}x${size}.png`), png)
  }
  for (const size of TRAY_SIZES)
    writeFileSync(inProject(`resources/tray/tray-${size}.png`), await draw(page, icon, size))
  writeFileSync(inProject('resources/tray/trayTemplate.png'), await draw(page, silhouette, 16))
  writeFileSync(inProject('resources/tray/trayTemplate@2x.png'), await draw(page, silhouette, 32))
  await browser.close()

  writeFileSync(inProject('resources/icon.ico'), ico(drawn))
  writeFileSync(inProject('resources/icon.icns'), icns(drawn))
  return 0
})

async function draw(page, svg, size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}
