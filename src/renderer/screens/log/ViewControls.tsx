import { ActionIcon, Button, Kbd, Menu } from '@mantine/core'
import {
  IconArrowBarToDown,
  IconCards,
  IconDots,
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconPresentation,
  IconTrash
} from '@tabler/icons-react'
import { words } from '../../i18n'
import { useLog } from '../../stores/log'
import { follow, togglePause } from '../../stores/log-follow'
import { togglePresenter } from '../../stores/presenter'
import type { Column } from './columns'
import { ColumnsMenu } from './ColumnsMenu'

const text = words.log.deeds

interface Props {
  columns: Column[]
  onClear: () => void
  onExport: () => void
  onSaveDeck: () => void
}

/** Pausing stops the view; the server is stopped in the header, far from here. */
export function ViewControls({ columns, onClear, onExport, onSaveDeck }: Props) {
  const kind = useLog(state => state.view.kind)
  const isPaused = kind === 'paused'

  return (
    <>
      <Button
        variant={kind === 'following' ? 'light' : 'default'}
        aria-pressed={kind === 'following'}
        leftSection={<IconArrowBarToDown size={14} aria-hidden />}
        onClick={follow}
      >
        {kind === 'following' ? words.log.following : words.log.follow}
      </Button>
      <Button
        variant={isPaused ? 'filled' : 'default'}
        leftSection={
          isPaused ? <IconPlayerPlay size={14} aria-hidden /> : <IconPlayerPause size={14} aria-hidden />
        }
        rightSection={
          <Kbd size="xs" aria-hidden>
            {words.shell.keyNames[' ']}
          </Kbd>
        }
        onClick={togglePause}
      >
        {isPaused ? words.log.resume : words.log.pause}
      </Button>
      <ColumnsMenu shown={columns} />
      <Menu position="bottom-end" shadow="md" width={250} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={text.more}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={15} aria-hidden />} onClick={onExport}>
            {text.export}
          </Menu.Item>
          <Menu.Item leftSection={<IconCards size={15} aria-hidden />} onClick={onSaveDeck}>
            {text.deck.item}
          </Menu.Item>
          <Menu.Item leftSection={<IconPresentation size={15} aria-hidden />} onClick={togglePresenter}>
            {text.presenter}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={onClear}>
            {text.clearAsk}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
