import { Button, Group } from '@mantine/core'
import { IconPencil, IconPin, IconRepeat } from '@tabler/icons-react'
import { CopyButton } from '../../../components/CopyButton'
import type { ExchangeDetail } from '../../../../shared/exchange'
import { words } from '../../../i18n'
import { curlOf } from '../copy-exchange'
import { pin, replayNow } from '../row-deeds'

/** What can be taken out of a request. A row of the console itself has no request to repeat or copy. */
export function DetailActions({
  exchange,
  onEdit
}: {
  exchange: ExchangeDetail
  onEdit: (id: number) => void
}) {
  const text = words.log.detail
  return (
    <Group gap={6}>
      <Button
        size="compact-xs"
        variant={exchange.isPinned ? 'light' : 'default'}
        aria-pressed={exchange.isPinned}
        leftSection={<IconPin size={14} aria-hidden />}
        onClick={() => pin(exchange)}
      >
        {exchange.isPinned ? text.unpin : text.pin}
      </Button>
      {exchange.origin === 'scim' && <RequestActions exchange={exchange} onEdit={onEdit} />}
    </Group>
  )
}

function RequestActions({ exchange, onEdit }: { exchange: ExchangeDetail; onEdit: (id: number) => void }) {
  const text = words.log.detail
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRepeat size={14} aria-hidden />}
        onClick={() => replayNow(exchange.id)}
      >
        {text.replay}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPencil size={14} aria-hidden />}
        onClick={() => onEdit(exchange.id)}
      >
        {text.edit}
      </Button>
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
    </>
  )
}
