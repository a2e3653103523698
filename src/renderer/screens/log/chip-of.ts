import { outcomeOf, type ExchangeSummary } from '../../../shared/exchange'
import { chipText } from '../../../shared/log-query'
import type { Column } from './columns'

/** The filter that keeps, or with `isNegated` leaves out, what a cell says; null where a filter would say nothing. */
export function chipOf(row: ExchangeSummary, column: Column['key'], isNegated = false): string | null {
  switch (column) {
    case 'outcome':
      return chipText('is', ':', ...outcomeChip(row, isNegated))
    case 'sentence': {
      const { resource, story } = row
      if (resource?.type === 'User') return chipText('user', ':', resource.name || resource.id, isNegated)
      if (resource?.type === 'Group') return chipText('group', ':', resource.name || resource.id, isNegated)
      return chipText('kind', ':', story.kind, isNegated)
    }
    case 'method':
      return row.method === '' ? null : chipText('method', '=', row.method, isNegated)
    case 'path':
      return row.target === ''
        ? null
        : chipText('path', ':', row.target.split('?', 1)[0] ?? row.target, isNegated)
    case 'status':
      return row.status === null ? null : chipText('status', '=', String(row.status), isNegated)
    case 'token':
      return row.tokenName === null ? null : chipText('token', '=', row.tokenName, isNegated)
    case 'duration':
      return row.durationMs === null ? null : durationChip(row.durationMs, isNegated)
    case 'time':
      return row.cycle === null ? null : chipText('cycle', '=', String(row.cycle), isNegated)
  }
}

/** "OK" has no word of its own in the filter: it is what is no error. */
function outcomeChip(row: ExchangeSummary, isNegated: boolean): [value: string, isNegated: boolean] {
  switch (outcomeOf(row)) {
    case 'in progress':
      return ['open', isNegated]
    case 'interrupted':
      return ['interrupted', isNegated]
    case 'refused':
      return ['refused', isNegated]
    case 'failed':
      return ['error', isNegated]
    case 'ok':
      return ['error', !isNegated]
  }
}

const durationChip = (ms: number, isNegated: boolean): string =>
  chipText('duration', '>=', String(Math.floor(ms)), isNegated)
