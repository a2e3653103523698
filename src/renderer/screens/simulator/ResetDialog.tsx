import { Checkbox, Modal, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { isUnderWay } from '../../../shared/simulator'
import { client } from '../../bridge'
import { DialogEnd } from '../../components/DialogEnd'
import { useDeed } from '../../hooks/useDeed'
import { words } from '../../i18n'
import { useDirectory } from '../../stores/directory'
import { useSimulator } from '../../stores/simulator'

const text = words.simulator.reset

/** Names what will go and offers a backup. Enter lands on Cancel. */
export function ResetDialog({ onClose }: { onClose: () => void }) {
  const counts = useDirectory(state => state.counts)
  const isRunning = useSimulator(state => isUnderWay(state.run))
  const [hasBackup, setBackup] = useState(true)
  const { isBusy, problem, run } = useDeed(async () => {
    const { backup } = await client.directory.reset({ hasBackup })
    notifications.show({ title: text.done, message: backup === null ? '' : text.saved(backup) })
    onClose()
  })

  return (
    <Modal opened onClose={onClose} title={text.title}>
      <Text>{text.text(counts?.users ?? 0, counts?.groups ?? 0)}</Text>
      <Checkbox
        mt="md"
        label={text.backup}
        checked={hasBackup}
        onChange={event => setBackup(event.currentTarget.checked)}
      />
      <DialogEnd
        problem={problem ?? (isRunning ? text.running : null)}
        yes={text.yes}
        isDangerous
        isBusy={isBusy}
        isUnready={isRunning}
        isCancelFirst
        onCancel={onClose}
        onYes={run}
      />
    </Modal>
  )
}
