import { expect, test } from 'vitest'
import { createIdList } from './id-list'

const all = (list: ReturnType<typeof createIdList>) =>
  Array.from({ length: list.length }, (_, index) => list.at(index))

test('what a search finds and what arrives make one list, oldest first', () => {
  const list = createIdList()
  list.addOlder([[8, 2]])
  list.add(12)
  list.addOlder([
    [5, 1],
    [1, 3]
  ])
  expect(all(list)).toEqual([1, 2, 3, 5, 8, 9, 12])
  expect(all(list).map(id => list.indexOf(id ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(list.indexOf(4)).toBe(-1)
  expect(list.lowerBound(4)).toBe(3)
  expect(list.lowerBound(99)).toBe(7)
})

test('a number is put in its place once, wherever that is', () => {
  const list = createIdList()
  list.addOlder([[10, 3]])
  for (const id of [20, 15, 11, 5, 13]) list.add(id)
  expect(all(list)).toEqual([5, 10, 11, 12, 13, 15, 20])
  expect(list.add(15)).toBe(false)
})

test('removing works at the old end, in the middle and at the new end', () => {
  const list = createIdList()
  list.addOlder([[1, 5]])
  list.add(8)
  list.add(9)
  for (const id of [1, 2, 4, 9]) expect(list.remove(id)).toBe(true)
  expect(list.remove(4)).toBe(false)
  expect(all(list)).toEqual([3, 5, 8])
})
