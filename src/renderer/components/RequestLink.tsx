import { Anchor } from '@mantine/core'
import { words } from '../i18n'
import { formatMoment } from '../i18n/format'
import { hrefOf } from '../routes'

interface Props {
  exchangeId: number | null
  at: number
  /** It was done by hand at the console. */
  isByYou?: boolean
}

/** "set by #1042": leads to the request that did it. */
export function RequestLink({ exchangeId, at, isByYou = false }: Props) {
  if (exchangeId === null) return <span title={formatMoment(at)}>{words.parts.byYou}</span>
  const link = (
    <Anchor href={hrefOf('log', exchangeId)} inherit title={formatMoment(at)} ff="monospace">
      #{exchangeId}
    </Anchor>
  )
  return isByYou ? (
    <>
      {words.parts.byYou} {link}
    </>
  ) : (
    link
  )
}
