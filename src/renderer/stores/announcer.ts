import { create } from 'zustand'

/** What a screen reader is told politely. `count` makes the same sentence heard twice. */
export const useAnnouncer = create<{ text: string; count: number }>(() => ({ text: '', count: 0 }))

export function announce(text: string) {
  useAnnouncer.setState(({ count }) => ({ text, count: count + 1 }))
}
