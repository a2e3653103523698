import { Group } from '@mantine/core'
import { CopyButton } from '../../../components/CopyButton'
import type { ExchangeDetail } from '../../../../shared/exchange'
import { words } from '../../../i18n'
import { curlOf } from '../copy-exchange'

/** What can be taken out of a request. A row of the console itself has no request to repeat. */
export function DetailActions({ exchange }: { exchange: ExchangeDetail }) {
  if (exchange.origin === 'console') return null
  const text = words.log.detail
  return (
    <Group gap={6}>
      <CopyButton size="compact-xs" text={curlOf(exchange)} label={text.copyCurl} shown={text.curl} />
      {exchange.responseBody && (
        <CopyButton
          size="compact-xs"
          text={exchange.responseBody.text}
          label={text.copyResponse}
          shown={text.responseWord}
        />
      )}
      <CopyButton size="compact-xs" text={exchange.target} label={text.copyPath} shown={text.pathWord} />
      {exchange.resource && (
        <CopyButton size="compact-xs" text={exchange.resource.id} label={text.copyId} shown={text.idWord} />
      )}
    </Group>
  )
}
