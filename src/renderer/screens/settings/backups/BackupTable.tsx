import { ActionIcon, Button, Group, Table, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Backup } from '../../../../shared/backup'
import { StateWord } from '../../../components/StateWord'
import { words } from '../../../i18n'
import { formatBytes, formatMoment, formatUtc } from '../../../i18n/format'
import classes from '../Settings.module.css'

const text = words.backups

interface Props {
  backups: Backup[]
  onRestore: (backup: Backup) => void
  onRemove: (backup: Backup) => void
}

export function BackupTable({ backups, onRestore, onRemove }: Props) {
  return (
    <Table aria-label={text.table} verticalSpacing={8} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.columns.made}</Table.Th>
          <Table.Th>{text.columns.contents}</Table.Th>
          <Table.Th ta="end">{text.columns.size}</Table.Th>
          <Table.Th>{text.columns.state}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{text.columns.actions}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map(backup => (
          <BackupRow key={backup.name} backup={backup} onRestore={onRestore} onRemove={onRemove} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function BackupRow({ backup, onRestore, onRemove }: Omit<Props, 'backups'> & { backup: Backup }) {
  const { at, kind, bytes, check } = backup
  const when = formatMoment(at)
  const counts = check?.counts
  return (
    <Table.Tr>
      <Table.Td>
        <time dateTime={formatUtc(at)} title={formatUtc(at)}>
          {when}
        </time>
        <div className={classes.small}>{text.kinds[kind]}</div>
      </Table.Td>
      <Table.Td>{counts ? text.contents(counts.users, counts.groups, counts.tokens) : ''}</Table.Td>
      <Table.Td ta="end" className={classes.number}>
        {formatBytes(bytes)}
      </Table.Td>
      <Table.Td>
        <State check={check} />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.restoreNamed(when)}
            disabled={check !== null && check.finding !== null}
            onClick={() => onRestore(backup)}
          >
            {text.restore}
          </Button>
          <Tooltip label={text.remove}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text.removeNamed(when)}
              onClick={() => onRemove(backup)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function State({ check }: Pick<Backup, 'check'>) {
  if (check === null) return <StateWord word={text.unchecked} tone="waiting" />
  if (check.finding === null) return <StateWord word={text.sound} tone="ok" />
  return (
    <>
      <StateWord word={text.damaged} tone="failed" />
      <div className={classes.small}>{check.finding}</div>
    </>
  )
}
