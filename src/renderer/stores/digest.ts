import { outcomeOf, type ExchangeSummary } from '../../shared/exchange'
import { words } from '../i18n'
import { announce } from './announcer'

/** A screen reader hears arrivals as one sentence at most this often. */
const EVERY_MS = 5000

let arrived = 0
let failed = 0
let timer: ReturnType<typeof setTimeout> | null = null

export function digest(rows: ExchangeSummary[]) {
  for (const row of rows) {
    if (row.origin !== 'scim' || row.ending === 'open') continue
    arrived += 1
    if (outcomeOf(row) !== 'ok') failed += 1
  }
  if (arrived > 0) timer ??= setTimeout(tell, EVERY_MS)
}

function tell() {
  announce(words.log.digest(arrived, failed))
  arrived = 0
  failed = 0
  timer = null
}
