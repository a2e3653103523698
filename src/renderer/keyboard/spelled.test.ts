import { afterEach, expect, test, vi } from 'vitest'
import { spelled } from './spelled'

afterEach(() => vi.restoreAllMocks())

test.each([
  ['Linux', 'Mozilla/5.0 (X11; Linux x86_64)', 'Ctrl + Shift + P'],
  ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', '⌘ + Shift + P']
])('on %s the presenter layout has its usual keys', (_system, userAgent, shown) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent)
  expect(spelled('mod+shift+p')).toBe(shown)
})
