import { Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconCopy, IconPencil, IconPin, IconRepeat } from '@tabler/icons-react'
import type { ExchangeDetail } from '../../../../shared/exchange'
import { words } from '../../../i18n'
import { copyCurlOf, copyResponseOf, copyWords } from '../copy-exchange'
import { pin, replayNow } from '../row-deeds'

const text = words.log.detail

/** What can be done with a request, on one line. A row of the console itself has no request to repeat or copy. */
export function DetailActions({
  exchange,
  onEdit
}: {
  exchange: ExchangeDetail
  onEdit: (id: number) => void
}) {
  const isRequest = exchange.origin === 'scim'
  return (
    <Group gap={6}>
      {isRequest && (
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
        </>
      )}
      <Button
        size="compact-xs"
        variant={exchange.isPinned ? 'light' : 'default'}
        aria-pressed={exchange.isPinned}
        leftSection={<IconPin size={14} aria-hidden />}
        onClick={() => pin(exchange)}
      >
        {exchange.isPinned ? text.unpin : text.pin}
      </Button>
      {isRequest && <CopyMenu exchange={exchange} />}
    </Group>
  )
}

function CopyMenu({ exchange: { id, target, resource, responseBody } }: { exchange: ExchangeDetail }) {
  return (
    <Menu position="bottom-start" shadow="md" width={200} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconCopy size={14} aria-hidden />}
          rightSection={<IconChevronDown size={13} aria-hidden />}
        >
          {words.parts.copy}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copyCurlOf(id)}>{text.copyCurl}</Menu.Item>
        {responseBody && <Menu.Item onClick={() => copyResponseOf(id)}>{text.copyResponse}</Menu.Item>}
        <Menu.Item onClick={() => copyWords(text.copyPath, target)}>{text.copyPath}</Menu.Item>
        {resource && <Menu.Item onClick={() => copyWords(text.copyId, resource.id)}>{text.copyId}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
