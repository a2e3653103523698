import { Button, Group, Modal, Text } from '@mantine/core'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { clearLog } from '../../stores/log-deeds'
import { attempt } from './attempt'

const text = words.log.deeds

/** Asks with numbers. Enter presses Cancel, because that is where the focus is. */
export function ClearDialog({ onClose }: { onClose: () => void }) {
  const usage = useCall('usage', () => client.log.usage())
  if (usage.kind !== 'ready') return null
  const { count, pinnedCount } = usage.value

  return (
    <Modal opened onClose={onClose} title={text.clearTitle(count - pinnedCount)}>
      <Text>{text.clearKept(pinnedCount)}</Text>
      <Text c="dimmed" mt={4}>
        {text.clearUndoable}
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {words.parts.cancel}
        </Button>
        <Button
          color="red.9"
          disabled={count === pinnedCount}
          onClick={() => {
            attempt(clearLog(), text.notDone)
            onClose()
          }}
        >
          {text.clear}
        </Button>
      </Group>
    </Modal>
  )
}
