import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const MOMENT = new Date(2026, 10, 22, 14, 5, 9).getTime()

/** The page, as it starts on a system that prefers these languages, with what it remembers of the setting. */
async function startedWith(preferred: string[], choice: string | null = null) {
  vi.resetModules()
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(preferred)
  if (choice !== null) localStorage.setItem('usher.language', choice)
  return { ...(await import('./format')), ...(await import('.')), ...(await import('./language')) }
}
beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test.each([
  [['en-US'], null, 'Settings', '12,345.6', 'Nov 22, 2026', '2.3\u00a0s', '14.2\u00a0kB'],
  [['en-GB'], null, 'Settings', '12,345.6', '22 Nov 2026', '2.3\u00a0s', '14.2\u00a0kB'],
  [['de-DE'], null, 'Einstellungen', '12.345,6', '22. Nov. 2026', '2,3\u00a0s', '14,2\u00a0kB'],
  [['en-US'], 'de', 'Einstellungen', '12.345,6', '22. Nov. 2026', '2,3\u00a0s', '14,2\u00a0kB'],
  [['de-DE'], 'en', 'Settings', '12,345.6', 'Nov 22, 2026', '2.3\u00a0s', '14.2\u00a0kB'],
  [['fr-FR'], null, 'Settings', '12,345.6', 'Nov 22, 2026', '2.3\u00a0s', '14.2\u00a0kB']
])('a system that prefers %j, set to %s: %s, %s, %s', async (preferred, choice, title, ...formatted) => {
  const { words, formatNumber, formatDay, formatDuration, formatBytes } = await startedWith(preferred, choice)
  expect(words.settings.title).toBe(title)
  expect([formatNumber(12345.6), formatDay(MOMENT), formatDuration(2345), formatBytes(14_200)]).toEqual(
    formatted
  )
  expect(document.documentElement.lang).toBe(title === 'Settings' ? 'en' : 'de')
})

test('what took less than a millisecond did not take none', async () => {
  const { formatDuration } = await startedWith(['en-US'])
  expect([0, 0.4, 1, 14.2, 2345].map(formatDuration)).toEqual([
    '<1\u00a0ms',
    '<1\u00a0ms',
    '1\u00a0ms',
    '14\u00a0ms',
    '2.3\u00a0s'
  ])
})

test('a setting that asks for another language is remembered for the next load', async () => {
  const { followLanguage } = await startedWith(['en-US'])
  followLanguage('de')
  expect(localStorage.getItem('usher.language')).toBe('de')
})

test('a time of another day is told with its day, and a span within one day names it once', async () => {
  vi.useFakeTimers({ now: MOMENT })
  const { formatRecent, formatMinute, formatSpan } = await startedWith(['en-GB'])
  const yesterday = new Date(2026, 10, 21, 23, 58, 1).getTime()
  expect([formatRecent(MOMENT), formatRecent(yesterday)]).toEqual(['14:05:09', '21 Nov 23:58'])
  expect([formatMinute(MOMENT), formatMinute(yesterday)]).toEqual(['14:05', '21 Nov 23:58'])
  expect(formatSpan(yesterday, yesterday)).toBe('21 Nov 23:58')
  expect(formatSpan(yesterday, yesterday + 60_000)).toBe('21 Nov 23:58–23:59')
  expect(formatSpan(yesterday, MOMENT)).toBe('21 Nov 23:58–14:05')
  expect(formatSpan(MOMENT, MOMENT + 60_000)).toBe('14:05–14:06')
})
