import { outcomeOf, type ExchangeSummary } from '../../../shared/exchange'
import { inLog } from '../../keyboard/keymap'
import { useShortcuts } from '../../keyboard/useShortcuts'
import { follow, stopFollowing, togglePause, useLog } from '../../stores/log'

/** Rows a page key passes. */
const PAGE_ROWS = 15

interface Deps {
  focusedId: number | null
  openId: number | null
  moveFocus: (id: number) => void
  open: (id: number) => void
  close: () => void
  focusFilter: () => void
  focusPane: () => void
  copyCurl: (id: number) => void
  copyResponse: (id: number) => void
}

/** The keyboard of the list. Moving away from the newest row stops following; End resumes it. */
export function useLogKeys(deps: Deps) {
  const { focusedId, openId, moveFocus } = deps

  const move = (to: (from: number, length: number) => number) => {
    const { list } = useLog.getState()
    if (list.length === 0) return
    const from = focusedId === null ? list.length : list.indexOf(focusedId)
    const index = Math.min(list.length - 1, Math.max(0, to(from < 0 ? list.length : from, list.length)))
    const row = list.at(index)
    if (!row) return
    if (index < list.length - 1) stopFollowing()
    moveFocus(row.id)
  }

  const moveToFailed = (step: 1 | -1) => {
    const { list } = useLog.getState()
    const isFailed = (row: ExchangeSummary | undefined) =>
      row && ['failed', 'refused'].includes(outcomeOf(row))
    const start = focusedId === null ? (step === 1 ? -1 : list.length) : list.indexOf(focusedId)
    for (let index = start + step; index >= 0 && index < list.length; index += step)
      if (isFailed(list.at(index))) return move(() => index)
  }

  const leave = () => {
    const active = document.activeElement
    if (active instanceof HTMLElement && active.closest('input')) return toList(deps)
    if (openId !== null) deps.close()
  }

  const withFocused = (act: (id: number) => void) => () => {
    const id = focusedId ?? openId
    if (id !== null) act(id)
  }

  useShortcuts(inLog, {
    filter: deps.focusFilter,
    next: () => move(from => from + 1),
    previous: () => move(from => from - 1),
    pageUp: () => move(from => from - PAGE_ROWS),
    pageDown: () => move(from => from + PAGE_ROWS),
    first: () => move(() => 0),
    newest: () => {
      follow()
      move((_, length) => length - 1)
    },
    open: withFocused(deps.open),
    toList: () => toList(deps),
    toPane: deps.focusPane,
    pause: togglePause,
    follow,
    curl: withFocused(deps.copyCurl),
    response: withFocused(deps.copyResponse),
    nextFailed: () => moveToFailed(1),
    previousFailed: () => moveToFailed(-1),
    leave
  })
}

function toList({ focusedId, openId, moveFocus }: Deps) {
  const { list } = useLog.getState()
  const id = focusedId ?? openId ?? list.at(list.length - 1)?.id
  if (id !== undefined) moveFocus(id)
}
