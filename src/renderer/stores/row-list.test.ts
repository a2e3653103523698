import { expect, test } from 'vitest'
import { rowOf } from '../testing'
import { createRowList, type RowList } from './row-list'

const idsOf = (list: RowList) => Array.from({ length: list.length }, (_, index) => list.at(index)?.id)

test('rows stand in the order of their numbers, whatever order they came in', () => {
  const list = createRowList()
  for (const id of [5, 2, 9, 7]) list.put(rowOf(id))
  expect(idsOf(list)).toEqual([2, 5, 7, 9])
  expect(list.indexOf(7)).toBe(2)
  expect(list.indexOf(6)).toBe(-1)
})

test('a row that closes replaces its open self, and a late open one does not undo that', () => {
  const list = createRowList()
  list.put(rowOf(1, { ending: 'open', status: null }))
  list.put(rowOf(1, { status: 201 }))
  list.put(rowOf(1, { ending: 'open', status: null }))
  expect(list.length).toBe(1)
  expect(list.at(0)?.status).toBe(201)
})

test('an older page goes before, without doubling rows that are here', () => {
  const list = createRowList()
  list.put(rowOf(4))
  list.prepend([rowOf(2), rowOf(3), rowOf(4)])
  expect(idsOf(list)).toEqual([2, 3, 4])
})
