import { Alert, Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Backup, BackupList } from '../../../../shared/backup'
import { Called } from '../../../components/Called'
import { client } from '../../../bridge'
import { ConfirmDialog } from '../../../components/ConfirmDialog'
import { CopyIcon } from '../../../components/CopyIcon'
import { problemOf, useCall } from '../../../hooks/useCall'
import { useNow } from '../../../hooks/useNow'
import { words } from '../../../i18n'
import { formatMoment } from '../../../i18n/format'
import { useBackupsRevision } from '../../../stores/backups'
import { Field } from '../search'
import { Section } from '../Section'
import classes from '../Settings.module.css'
import { BackupTable } from './BackupTable'
import { RestoreDialog } from './RestoreDialog'
import { ScheduleFields } from './ScheduleFields'

const text = words.backups
/** So long the way back from a restore is offered above the list. */
const OFFERED_MS = 24 * 3_600_000

export function BackupsSection() {
  const revision = useBackupsRevision(state => state.revision)
  const list = useCall('backups', () => client.backups.list(), revision)
  const [restoring, setRestoring] = useState<Backup | null>(null)
  const [removing, setRemoving] = useState<Backup | null>(null)

  return (
    <Section id="backups" title={text.title} resets={['backups.every', 'backups.kept']}>
      <Field words={[text.hint, text.every, text.kept, text.create, text.restore]}>
        <p className={classes.hint}>{text.hint}</p>
        <ScheduleFields />
        <Called call={list} failed={text.failed}>
          {known => (
            <>
              <Group justify="space-between" mt="lg" mb="xs" wrap="nowrap">
                <span className={classes.place}>
                  {text.folder(known.folder)}
                  <CopyIcon text={known.folder} label={words.settings.about.copyFolder} />
                </span>
                <CreateButton isRunning={known.isRunning} />
              </Group>
              <LastRestore list={known} onUndo={setRestoring} />
              {known.backups.length === 0 ? (
                <Text c="dimmed">{text.none}</Text>
              ) : (
                <BackupTable backups={known.backups} onRestore={setRestoring} onRemove={setRemoving} />
              )}
            </>
          )}
        </Called>
        {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
        {removing && (
          <ConfirmDialog
            title={text.removing.title(formatMoment(removing.at))}
            text={text.removing.text}
            yes={text.removing.yes}
            isDangerous
            onConfirm={() => client.backups.remove({ name: removing.name }).then(() => undefined)}
            onClose={() => setRemoving(null)}
          />
        )}
      </Field>
    </Section>
  )
}

function CreateButton({ isRunning }: { isRunning: boolean }) {
  const [isBusy, setBusy] = useState(false)

  const create = async () => {
    setBusy(true)
    try {
      const { at } = await client.backups.create()
      notifications.show({ message: text.created(formatMoment(at)) })
    } catch (error) {
      notifications.show({ color: 'red', title: text.notCreated, message: problemOf(error).message })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Button loading={isBusy || isRunning} onClick={() => void create()} flex="none">
      {text.create}
    </Button>
  )
}

interface LastRestoreProps {
  list: BackupList
  onUndo: (backup: Backup) => void
}

function LastRestore({ list: { lastRestore, backups }, onUndo }: LastRestoreProps) {
  const now = useNow(60_000)
  const kept = lastRestore && backups.find(({ name }) => name === lastRestore.keptAs)
  if (!lastRestore || !kept || now - lastRestore.at > OFFERED_MS) return null
  const made = backups.find(({ name }) => name === lastRestore.name)
  return (
    <Alert color="teal" mb="md" p="sm">
      <Group justify="space-between" wrap="nowrap">
        <span>
          {text.restored(
            made ? formatMoment(made.at) : lastRestore.name,
            words.parts.ago(now - lastRestore.at)
          )}
        </span>
        <Button size="xs" variant="default" flex="none" onClick={() => onUndo(kept)}>
          {text.undo}
        </Button>
      </Group>
    </Alert>
  )
}
