import { Button, Checkbox, Group, Modal, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { isUnderWay } from '../../../shared/simulator'
import { client } from '../../bridge'
import { problemOf } from '../../hooks/useCall'
import { words } from '../../i18n'
import { useDirectory } from '../../stores/directory'
import { useSimulator } from '../../stores/simulator'

const text = words.simulator.reset

/** Names what will go and offers a backup. Enter lands on Cancel. */
export function ResetDialog({ onClose }: { onClose: () => void }) {
  const counts = useDirectory(state => state.counts)
  const isRunning = useSimulator(state => isUnderWay(state.run))
  const [hasBackup, setBackup] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const reset = async () => {
    setBusy(true)
    try {
      const { backup } = await client.directory.reset({ hasBackup })
      notifications.show({ title: text.done, message: backup === null ? '' : text.saved(backup) })
      onClose()
    } catch (error) {
      setProblem(problemOf(error).message)
      setBusy(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={text.title} closeButtonProps={{ 'aria-label': words.parts.close }}>
      <Text>{text.text(counts?.users ?? 0, counts?.groups ?? 0)}</Text>
      <Checkbox
        mt="md"
        label={text.backup}
        checked={hasBackup}
        onChange={event => setBackup(event.currentTarget.checked)}
      />
      {(problem ?? (isRunning && text.running)) && (
        <Text role="alert" c="var(--failed)" mt="sm">
          {problem ?? text.running}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {words.parts.cancel}
        </Button>
        <Button color="red.9" loading={isBusy} disabled={isRunning} onClick={() => void reset()}>
          {text.yes}
        </Button>
      </Group>
    </Modal>
  )
}
