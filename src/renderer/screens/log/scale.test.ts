import { expect, test } from 'vitest'
import { HIGHEST_PX, scaleOf } from './scale'

const VIEW = 700

test('a list that fits is scrolled as it is', () => {
  const scale = scaleOf(400_000 * 32)
  expect(scale.factor).toBe(1)
  expect(scale.elementHeight(VIEW)).toBe(400_000 * 32)
  expect(scale.toList(12_345)).toBe(12_345)
})

test.each([
  ['in a row of 32 px', 32],
  ['in the presenter layout', 56]
])(
  'a million rows %s: the ends are reached, every row can be, and no element is too high',
  (_, rowHeight) => {
    const listHeight = 1_000_000 * rowHeight
    const scale = scaleOf(listHeight)
    const element = scale.elementHeight(VIEW)
    expect(element).toBeLessThan(HIGHEST_PX + VIEW)
    expect(scale.toList(0)).toBe(0)
    expect(scale.toList(element - VIEW)).toBe(listHeight - VIEW)
    // One pixel of scrolling passes less than a row.
    expect(scale.factor).toBeLessThan(rowHeight)
    for (const place of [1, 333_333, 999_000]) {
      const shown = scale.toList(Math.round(scale.toScroll(place * rowHeight)))
      expect(Math.abs(shown - place * rowHeight)).toBeLessThan(scale.factor)
    }
  }
)

test('rows that are added at the end move nothing', () => {
  const before = scaleOf(900_000 * 32)
  const after = scaleOf(900_400 * 32)
  expect(after.toList(1_000_000)).toBe(before.toList(1_000_000))
})

test('a list lower than what is in sight is as high as itself', () => {
  expect(scaleOf(320).elementHeight(VIEW)).toBe(320)
})
