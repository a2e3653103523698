import { expect, test } from 'vitest'
import { createSlots } from './useSlots'

const keysOf = (slots: Map<number, number>) => [...slots.values()]

test('a row keeps its element while it is drawn', () => {
  const slotsOf = createSlots()
  const before = slotsOf([1, 2, 3])
  const after = slotsOf([2, 3, 4])
  expect([after.get(2), after.get(3)]).toEqual([before.get(2), before.get(3)])
  expect(after.get(4)).toBe(before.get(1))
})

test('when all rows are replaced, the elements stay in their order', () => {
  const slotsOf = createSlots()
  slotsOf([1, 2, 3])
  expect(keysOf(slotsOf([41, 42, 43]))).toEqual([0, 1, 2])
  expect(keysOf(slotsOf([51, 52, 53, 54]))).toEqual([0, 1, 2, 3])
})

test('no two rows have the same element', () => {
  const slotsOf = createSlots()
  for (let first = 0; first < 200; first += 7) {
    const keys = keysOf(
      slotsOf([0, ...Array.from({ length: 10 + (first % 5) }, (_, index) => first + index + 1)])
    )
    expect(new Set(keys).size).toBe(keys.length)
  }
})
