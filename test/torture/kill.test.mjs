import { expect, test } from 'vitest'
import { killRepeatedly } from './kill.mjs'

test('killed under load, everything acknowledged is there again and the file contradicts itself nowhere', async () => {
  const { kills, missing, integrity, acknowledged } = await killRepeatedly({ kills: 3, seed: 1 })
  expect({ kills, missing, integrity }).toEqual({ kills: 3, missing: [], integrity: [] })
  expect(acknowledged).toBeGreaterThan(0)
}, 60_000)
