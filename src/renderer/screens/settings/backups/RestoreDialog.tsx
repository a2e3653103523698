import { Alert, List, Loader, Table, Text } from '@mantine/core'
import type { Backup, RestorePreview } from '../../../../shared/backup'
import { client } from '../../../bridge'
import { ConfirmDialog } from '../../../components/ConfirmDialog'
import { useCall } from '../../../hooks/useCall'
import { words } from '../../../i18n'
import { formatMoment, formatNumber } from '../../../i18n/format'
import classes from '../Settings.module.css'

const text = words.backups.preview

interface Props {
  backup: Backup
  onClose: () => void
}

/** Shows what a restore would change before it is done. Enter lands on Cancel. */
export function RestoreDialog({ backup: { name, at }, onClose }: Props) {
  const preview = useCall(name, () => client.backups.preview({ name }))
  return (
    <ConfirmDialog
      title={text.title(formatMoment(at))}
      yes={text.yes}
      isDangerous
      isUnready={preview.kind !== 'ready'}
      size="lg"
      onConfirm={() => client.backups.restore({ name })}
      onClose={onClose}
    >
      {preview.kind === 'loading' && (
        <Text role="status">
          <Loader size="xs" mr="xs" />
          {text.looking}
        </Text>
      )}
      {preview.kind === 'failed' && (
        <Alert color="red" title={text.failed}>
          {preview.problem.message}
        </Alert>
      )}
      {preview.kind === 'ready' && <Preview preview={preview.value} />}
    </ConfirmDialog>
  )
}

function Preview({ preview }: { preview: RestorePreview }) {
  const sentences = sentencesOf(preview)
  return (
    <>
      <Table aria-label={text.table} horizontalSpacing={0}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.what}</Table.Th>
            <Table.Th ta="end">{text.now}</Table.Th>
            <Table.Th ta="end">{text.then}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.types.map(({ type, now, then }) => (
            <CountRow key={type} what={text.types(type)} now={now} then={then} />
          ))}
          <CountRow what={text.tokens} now={preview.tokens.now} then={preview.tokens.then} />
        </Table.Tbody>
      </Table>
      {sentences.length === 0 ? (
        <Text my="md">{text.nothing}</Text>
      ) : (
        <List my="md" spacing={4} size="sm">
          {sentences.map(sentence => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
      <p className={classes.hint}>{text.after}</p>
      <p className={classes.hint}>{text.entra}</p>
    </>
  )
}

function CountRow({ what, now, then }: { what: string; now: number; then: number }) {
  return (
    <Table.Tr>
      <Table.Td>{what}</Table.Td>
      <Table.Td className={classes.number} ta="end">
        {formatNumber(now)}
      </Table.Td>
      <Table.Td className={classes.number} ta="end" fw={now === then ? undefined : 650}>
        {formatNumber(then)}
      </Table.Td>
    </Table.Tr>
  )
}

function sentencesOf({ types, tokens, settings, port }: RestorePreview): string[] {
  const others = settings.filter(name => name !== 'server.port').length
  return [
    ...types.flatMap(({ type, ...kinds }) =>
      (['back', 'gone', 'changed'] as const)
        .filter(kind => kinds[kind].count > 0)
        .map(kind => text[kind](type, kinds[kind].count, kinds[kind].names))
    ),
    ...(tokens.worksAgain.length > 0 ? [text.worksAgain(tokens.worksAgain)] : []),
    ...(tokens.endsNow.length > 0 ? [text.endsNow(tokens.endsNow)] : []),
    ...(port ? [text.port(port.now, port.then)] : []),
    ...(others > 0 ? [text.settings(others)] : [])
  ]
}
