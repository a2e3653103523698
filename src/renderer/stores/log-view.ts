/**
 * Follow and pause, as pure steps. Every step is safe in every state.
 *
 * - `following`: the newest row stays in sight.
 * - `reading`: somebody looks at older rows; what arrives is added below and counted.
 * - `paused`: the list is frozen; what arrives is held and counted. The server goes on answering.
 */
import type { ExchangeSummary } from '../../shared/exchange'

export type View =
  | { kind: 'following' }
  | { kind: 'reading'; newCount: number }
  | { kind: 'paused'; newCount: number; held: ExchangeSummary[]; then: 'following' | 'reading' }

export const FOLLOWING: View = { kind: 'following' }

/** Wheel, drag, PageUp, or an older row selected. */
export const stopFollowing = (view: View): View => {
  switch (view.kind) {
    case 'following':
      return { kind: 'reading', newCount: 0 }
    case 'reading':
      return view
    case 'paused':
      return { ...view, then: 'reading' }
  }
}

/** The end of the list came into sight. While paused the end is not the newest, so it only matters afterwards. */
export const reachEnd = (view: View): View =>
  view.kind === 'paused' ? { ...view, then: 'following' } : FOLLOWING

export const pause = (view: View): View => {
  switch (view.kind) {
    case 'following':
      return { kind: 'paused', newCount: 0, held: [], then: 'following' }
    case 'reading':
      return { kind: 'paused', newCount: view.newCount, held: [], then: 'reading' }
    case 'paused':
      return view
  }
}

/** Gives back what was held, in the order it came. */
export const resume = (view: View): { view: View; held: ExchangeSummary[] } => {
  if (view.kind !== 'paused') return { view, held: [] }
  return {
    view: view.then === 'following' ? FOLLOWING : { kind: 'reading', newCount: view.newCount },
    held: view.held
  }
}

/** Counts rows that came below what is being read. */
export const countNew = (view: View, arrived: number): View =>
  view.kind === 'following' || arrived === 0 ? view : { ...view, newCount: view.newCount + arrived }

/** How many rows the pill or the pause banner speaks of. */
export const newCountOf = (view: View): number => (view.kind === 'following' ? 0 : view.newCount)
