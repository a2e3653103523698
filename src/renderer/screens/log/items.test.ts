import { expect, test } from 'vitest'
import type { CycleSummary } from '../../../shared/cycle'
import { createIdList } from '../../stores/id-list'
import { itemsOf } from './items'

const cycleAt = (cycle: number, firstId: number) => ({ cycle, firstId }) as CycleSummary
const listOf = (...ids: number[]) => {
  const list = createIdList()
  for (const id of ids) list.add(id)
  return list
}
const drawn = (ids: number[], cycles: CycleSummary[]) => {
  const items = itemsOf(listOf(...ids), cycles)
  return Array.from({ length: items.length }, (_, place) => {
    const item = items.at(place)
    return item?.kind === 'cycle' ? `cycle ${item.cycle.cycle}` : item?.id
  })
}

test('a separator stands before the first row of its cycle', () => {
  expect(drawn([1, 2, 5, 6, 9], [cycleAt(3, 9), cycleAt(2, 5), cycleAt(1, 2)])).toEqual([
    1,
    'cycle 1',
    2,
    'cycle 2',
    5,
    6,
    'cycle 3',
    9
  ])
})

test('a cycle of which the filter shows nothing has no separator; the first row that is shown stands below it', () => {
  expect(drawn([3, 8], [cycleAt(3, 7), cycleAt(2, 5), cycleAt(1, 1)])).toEqual(['cycle 1', 3, 'cycle 3', 8])
  expect(drawn([], [cycleAt(1, 1)])).toEqual([])
})

test('places and rows agree', () => {
  const items = itemsOf(listOf(1, 2, 5, 6, 9), [cycleAt(2, 5), cycleAt(1, 2)])
  expect([0, 1, 2, 3, 4].map(index => items.placeOf(index))).toEqual([0, 2, 4, 5, 6])
  for (const index of [0, 1, 2, 3, 4]) expect(items.at(items.placeOf(index))).toMatchObject({ index })
})
