import { useState } from 'react'

/**
 * Which element draws which row: a row keeps its element while it is drawn, and what arrives takes over those of rows that left, in
 * order. At hundreds of rows a second new text in old elements costs half of new elements.
 */
export function createSlots() {
  let slots = new Map<number, number>()
  let made = 0

  /** @param ids of all rows that are drawn, in their order. @returns an element's key for each. */
  return (ids: number[]): Map<number, number> => {
    const drawn = new Set(ids)
    const free = [...slots].filter(([id]) => !drawn.has(id)).map(([, slot]) => slot)
    free.reverse()
    const next = new Map<number, number>()
    for (const id of ids) next.set(id, slots.get(id) ?? free.pop() ?? made++)
    return (slots = next)
  }
}

export const useSlots = (): ReturnType<typeof createSlots> => useState(createSlots)[0]
