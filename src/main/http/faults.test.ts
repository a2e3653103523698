import { expect, test } from 'vitest'
import type { FaultRule } from '../../shared/fault'
import { createFaults } from './faults'

const rule = (more: Partial<FaultRule> = {}): FaultRule => ({
  effect: { kind: 'status', status: 429, retryAfterS: 1 },
  method: null,
  path: '',
  share: 100,
  count: null,
  ...more
})
const armedWith = (more: Partial<FaultRule>, random?: () => number) => {
  const faults = createFaults({ random, onChange: () => {} })
  faults.arm(rule(more))
  return faults
}

test.each<[Partial<FaultRule>, string, string, boolean]>([
  [{}, 'GET', '/Users', true],
  [{ method: 'PATCH' }, 'PATCH', '/Users/1', true],
  [{ method: 'PATCH' }, 'POST', '/Users', false],
  [{ path: '/Groups' }, 'GET', '/Groups', true],
  [{ path: '/Groups/' }, 'GET', '/groups/4f1c', true],
  [{ path: '/Groups' }, 'GET', '/GroupsOfOthers', false],
  [{ path: '/Groups' }, 'GET', '/Users', false]
])('%j meets %s %s: %s', (more, method, path, isMet) => {
  expect(armedWith(more).meet(method, path) !== null).toBe(isMet)
})

test('after its count it disarms itself, and says so', () => {
  const told: number[] = []
  const faults = createFaults({ onChange: armed => told.push(armed.length) })
  faults.arm(rule({ count: 2 }))
  expect([1, 2, 3].map(() => faults.meet('GET', '/Users') !== null)).toEqual([true, true, false])
  expect(faults.list()).toEqual([])
  expect(told).toEqual([1, 1, 0])
})

test('a share meets that share, and counts only those', () => {
  const chances = [0.05, 0.5, 0.09, 0.11]
  const faults = armedWith({ share: 10 }, () => chances.shift() ?? 1)
  expect(Array.from({ length: 4 }, () => faults.meet('GET', '/Users') !== null)).toEqual([
    true,
    false,
    true,
    false
  ])
  expect(faults.list()[0]?.metCount).toBe(2)
})

test('disarming one leaves the others; twice is told', () => {
  const faults = armedWith({})
  const second = faults.arm(rule({ path: '/Users' }))
  expect(faults.disarm(second.id)).toBe(true)
  expect(faults.disarm(second.id)).toBe(false)
  expect(faults.list()).toHaveLength(1)
  faults.disarmAll()
  expect(faults.list()).toEqual([])
})
