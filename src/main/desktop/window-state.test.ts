import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { WindowState } from './window-state'
import { placeWindow, readWindowState, writeWindowState } from './window-state'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -1280, y: 0, width: 1280, height: 1024 }
const usual = { width: 1280, height: 800 }

test.each([
  ['nothing remembered: usual size, centred', null, [main], usual],
  [
    'small main screen: not larger than it',
    null,
    [{ ...main, width: 1024, height: 700 }],
    { width: 1024, height: 700 }
  ],
  [
    'tiny main screen: not smaller than the minimum',
    null,
    [{ ...main, width: 640, height: 480 }],
    { width: 800, height: 560 }
  ],
  [
    'where it was',
    { x: 10, y: 20, width: 900, height: 700 },
    [main],
    { x: 10, y: 20, width: 900, height: 700 }
  ],
  [
    'on the second screen',
    { x: -1200, y: 5, width: 900, height: 700 },
    [main, left],
    { x: -1200, y: 5, width: 900, height: 700 }
  ],
  ['the second screen is gone', { x: -1200, y: 5, width: 900, height: 700 }, [main], usual],
  ['only a strip would be visible', { x: 1900, y: 5, width: 900, height: 700 }, [main], usual],
  ['the title bar would be above the screen', { x: 0, y: -50, width: 900, height: 700 }, [main], usual],
  [
    'the screen has become smaller',
    { x: 0, y: 0, width: 3000, height: 2000 },
    [main],
    { x: 0, y: 0, width: 1920, height: 1040 }
  ]
])('%s', (_claim, remembered, screens, expected) => {
  expect(placeWindow(remembered, screens)).toEqual(expected)
})

const file = (content?: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'usher-window-')), 'window.json')
  if (content !== undefined) writeFileSync(path, content)
  return path
}

test('what was written is read again', () => {
  const path = file()
  const state: WindowState = {
    bounds: { x: 1, y: 2, width: 900, height: 600 },
    isMaximized: true,
    theme: 'dark'
  }
  writeWindowState(path, state)
  expect(readWindowState(path)).toEqual(state)
})

test.each([
  undefined,
  '',
  '{"bounds":',
  '[]',
  '{"bounds":{"x":0,"y":0,"width":-1,"height":5},"isMaximized":false}'
])('of %j nothing is remembered', content => {
  expect(readWindowState(file(content))).toBeNull()
})
