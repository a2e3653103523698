import type { ExchangeDetail } from '../../../../shared/exchange'
import { Tolerances } from './Tolerances'

export function ExplainTab({ exchange }: { exchange: ExchangeDetail }) {
  return <Tolerances exchange={exchange} />
}
