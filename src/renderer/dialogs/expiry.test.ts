import { expect, test } from 'vitest'
import { expiryAt } from './expiry'

const NOW = new Date('2026-11-21T12:00:00').getTime()

test('days count from now, never is never', () => {
  expect(expiryAt('30', null, NOW)).toEqual({ at: NOW + 30 * 86_400_000 })
  expect(expiryAt('never', null, NOW)).toEqual({ at: null })
})

test('a chosen day counts until its end', () => {
  expect(expiryAt('custom', '2026-11-21', NOW)).toEqual({ at: new Date('2026-11-21T23:59:59.999').getTime() })
})

test('a missing or past day is refused in words', () => {
  expect(expiryAt('custom', null, NOW)).toHaveProperty('refusal')
  expect(expiryAt('custom', '2026-11-20', NOW)).toHaveProperty('refusal')
})
