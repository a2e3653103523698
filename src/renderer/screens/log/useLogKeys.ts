import { client } from '../../bridge'
import { words } from '../../i18n'
import { inLog } from '../../keyboard/keymap'
import { useShortcuts } from '../../keyboard/useShortcuts'
import { useLog } from '../../stores/log'
import { follow, stopFollowing, togglePause } from '../../stores/log-follow'
import { attempt } from './attempt'
import { chipOf } from './chip-of'
import { narrow, pin, say } from './row-deeds'

/** Rows a page key passes. */
const PAGE_ROWS = 15
/** Failed rows that the filter hides are passed over, so many at most. */
const HIDDEN_AT_MOST = 200

type Deed = (id: number) => void

interface Deps {
  focusedId: number | null
  openId: number | null
  moveFocus: Deed
  open: Deed
  close: () => void
  focusFilter: () => void
  focusPane: () => void
  copyCurl: Deed
  copyResponse: Deed
  replay: Deed
  edit: Deed
  compare: Deed
  clear: () => void
  export: () => void
}

/** The keyboard of the list. Moving away from the newest row stops following; End resumes it. */
export function useLogKeys(deps: Deps) {
  const { focusedId, openId, moveFocus } = deps

  const move = (to: (from: number, length: number) => number) => {
    const { ids } = useLog.getState()
    if (ids.length === 0) return
    const from = focusedId === null ? ids.length : ids.indexOf(focusedId)
    const index = Math.min(ids.length - 1, Math.max(0, to(from < 0 ? ids.length : from, ids.length)))
    const id = ids.at(index)
    if (id === undefined) return
    if (index < ids.length - 1) stopFollowing()
    moveFocus(id)
  }

  const moveToFailed = async (direction: 'newer' | 'older') => {
    const { ids } = useLog.getState()
    let from = focusedId ?? openId ?? (direction === 'older' ? Number.MAX_SAFE_INTEGER : 1)
    for (let tries = 0; tries < HIDDEN_AT_MOST; tries++) {
      const found = await client.log.nearestFailed({ id: from, direction })
      if (found === null) break
      if (ids.has(found)) return move(() => ids.indexOf(found))
      from = found
    }
    say(direction === 'newer' ? words.log.deeds.noFailedNewer : words.log.deeds.noFailedOlder)
  }

  const leave = () => {
    const active = document.activeElement
    if (active instanceof HTMLElement && active.closest('input')) return toList(deps)
    if (openId !== null) deps.close()
  }

  const withFocused = (act: Deed) => () => {
    const id = focusedId ?? openId
    if (id !== null) act(id)
  }
  const withRow = (act: (row: NonNullable<ReturnType<typeof rowOf>>) => void) =>
    withFocused(id => {
      const row = rowOf(id)
      if (row) act(row)
    })

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
    nextFailed: () => attempt(moveToFailed('newer'), words.log.deeds.notDone),
    previousFailed: () => attempt(moveToFailed('older'), words.log.deeds.notDone),
    replay: withFocused(deps.replay),
    edit: withFocused(deps.edit),
    compare: withFocused(deps.compare),
    pin: withRow(pin),
    onlyThis: withRow(row => {
      const chip = chipOf(row, 'sentence')
      if (chip) narrow(chip)
    }),
    clear: deps.clear,
    export: deps.export,
    leave
  })
}

const rowOf = (id: number) => useLog.getState().rows.get(id)

function toList({ focusedId, openId, moveFocus }: Deps) {
  const { ids } = useLog.getState()
  const id = focusedId ?? openId ?? ids.at(ids.length - 1)
  if (id !== undefined) moveFocus(id)
}
