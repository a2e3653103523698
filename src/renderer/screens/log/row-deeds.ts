import { notifications } from '@mantine/notifications'
import type { ExchangeSummary } from '../../../shared/exchange'
import { words } from '../../i18n'
import { announce } from '../../stores/announcer'
import { useLog } from '../../stores/log'
import { replay, setPinned } from '../../stores/log-deeds'
import { changeQuery } from '../../stores/log-query'
import { attempt } from './attempt'

const text = words.log.deeds

/** Sends it again; the new row shows by itself, even while paused. */
export const replayNow = (id: number) =>
  attempt(
    replay(id).then(newId => announce(text.replayed(newId, id))),
    text.notReplayed
  )

export function pin({ id, isPinned }: ExchangeSummary) {
  attempt(
    setPinned(id, !isPinned).then(() => announce(isPinned ? text.unpinned(id) : text.pinned(id))),
    text.notDone
  )
}

/** Adds a chip to what is asked already. */
export function narrow(chip: string) {
  const { query } = useLog.getState()
  changeQuery(`${query.trim()} ${chip} `.trimStart())
}

/** Only that time; a time asked for before is replaced. The times are whole seconds of this computer's clock. */
export function filterTime(from: number, to: number) {
  const { filter } = useLog.getState()
  const others = filter.terms
    .filter(term => term.kind === 'text' || (term.key !== 'after' && term.key !== 'before'))
    .map(({ at, length }) => useLog.getState().query.slice(at, at + length))
  changeQuery(`${[...others, `after:${written(from)}`, `before:${written(to)}`].join(' ')} `)
}

export const say = (message: string) => {
  notifications.show({ message, autoClose: 2000 })
  announce(message)
}

/** `2026-11-21T14:02:30`, local, as the filter bar reads it. */
function written(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}
