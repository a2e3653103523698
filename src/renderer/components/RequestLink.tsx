import { Anchor } from '@mantine/core'
import { words } from '../i18n'
import { formatMoment } from '../i18n/format'
import { hrefOf } from '../routes'

interface Props {
  exchangeId: number | null
  at: number
}

/** "set by #1042": leads to the request that did it. */
export function RequestLink({ exchangeId, at }: Props) {
  if (exchangeId === null) return <span title={formatMoment(at)}>{words.parts.byYou}</span>
  return (
    <Anchor href={hrefOf('log', exchangeId)} inherit title={formatMoment(at)} ff="monospace">
      #{exchangeId}
    </Anchor>
  )
}
