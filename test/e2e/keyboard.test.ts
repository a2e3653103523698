import type { Page } from '@playwright/test'
import { replay } from '../conversations/replay'
import { sendTo } from '../conversations/senders'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { showScreen, type ScreenName } from './steps'

const SCREENS: ScreenName[] = ['Live log', 'Users', 'Groups', 'Tokens', 'Simulator', 'Settings', 'Setup']
/** More stops than any screen has. */
const MOST = 150

/** What is wrong with the focused element, if anything; null when focus has come round. */
const judge = () => {
  const visited = ((window as unknown as { visited?: Set<Element> }).visited ??= new Set())
  const focused = document.activeElement
  if (!focused || focused === document.body) return ''
  const [first] = visited
  if (focused === first) return null

  // A radio without a size of its own is drawn by its label.
  const label = (focused as HTMLInputElement).labels?.[0]
  const drawn = label && focused.getBoundingClientRect().width === 0 ? label : focused
  const name = `${focused.tagName} ${(focused.getAttribute('aria-label') ?? drawn.textContent).slice(0, 40)}`
  if (visited.has(focused)) return `${name} keeps focus`
  visited.add(focused)
  drawn.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const { left, right, top, bottom } = drawn.getBoundingClientRect()
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return `${name} is out of view`

  const isField = focused.matches('input, select, textarea')
  const around = [drawn, focused, ...(focused.parentElement?.children ?? [])].map(one =>
    getComputedStyle(one)
  )
  const isSeen = around.some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none')
  return isSeen || isField ? '' : `${name} shows no focus`
}

/** Tabs through the whole page and tells what is wrong on the way. */
async function walk(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    Object.assign(window, { visited: new Set() })
  })
  const wrong: string[] = []
  for (let stop = 0; stop < MOST; stop++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(judge)
    if (found === null) return wrong
    if (found !== '') wrong.push(found)
    if (found.endsWith('keeps focus')) return wrong
  }
  return wrong
}

test('Tab goes through every screen, at 100 % and at 200 % zoom: focus is always in view and to be seen, and never trapped', async ({
  usher,
  page,
  send,
  secret
}) => {
  await send('GET', '/Users')
  expect(await replay('entra-test-connection', sendTo(await scimOrigin(page)), secret)).toEqual([])
  for (const zoom of [1, 2]) {
    await usher.app.evaluate(
      ({ BrowserWindow }, factor) =>
        BrowserWindow.getAllWindows().forEach(({ webContents }) => webContents.setZoomFactor(factor)),
      zoom
    )
    for (const name of SCREENS) {
      await test.step(`${name}, zoom ${zoom}`, async () => {
        await showScreen(page, name)
        expect.soft(await walk(page), `${name}, zoom ${zoom}`).toEqual([])
        const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        expect.soft(isWider, `${name}, zoom ${zoom}: the page scrolls sideways`).toBe(false)
      })
    }
  }
})
