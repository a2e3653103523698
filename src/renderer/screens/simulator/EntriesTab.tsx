import { Table, Text } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { StateWord } from '../../components/StateWord'
import { Teach } from '../../components/Teach'
import type { ProvisioningEntry } from '../../../shared/provisioning'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { useSimulator } from '../../stores/simulator'
import classes from './Simulator.module.css'

const text = words.simulator.entries
const SHOWN = 200
const TONES = { Success: 'ok', Failure: 'failed', Skipped: 'quiet' } as const

/** What the run did, in the words of Entra's own provisioning log. */
export function EntriesTab() {
  const count = useSimulator(state => state.run?.entryCount ?? 0)
  const run = useSimulator(state => state.run?.id ?? 0)
  const entries = useCall(`entries ${run}`, () => client.simulator.entries({ limit: SHOWN }), count)

  switch (entries.kind) {
    case 'loading':
      return <Loading />
    case 'failed':
      return <Failed title={text.failed} problem={entries.problem} onRetry={entries.retry} />
    case 'ready':
      return entries.value.total === 0 ? (
        <Teach
          icon={<IconListCheck size={26} aria-hidden />}
          title={text.empty.title}
          text={text.empty.text}
        />
      ) : (
        <EntryTable rows={entries.value.rows} total={entries.value.total} />
      )
  }
}

function EntryTable({ rows, total }: { rows: ProvisioningEntry[]; total: number }) {
  return (
    <>
      <Table aria-label={text.table} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={90}>{text.columns.action}</Table.Th>
            <Table.Th w={110}>{text.columns.status}</Table.Th>
            <Table.Th w={260}>{text.columns.object}</Table.Th>
            <Table.Th>{text.columns.detail}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((entry, at) => (
            <Table.Tr key={total - at}>
              <Table.Td>{text.actions[entry.action]}</Table.Td>
              <Table.Td>
                <StateWord word={text.statuses[entry.status]} tone={TONES[entry.status]} />
              </Table.Td>
              <Table.Td>
                {entry.source.name} <span className={classes.small}>{text.types[entry.source.type]}</span>
              </Table.Td>
              <Table.Td>
                <Text lineClamp={2} className={classes.quiet} title={explained(entry)}>
                  {explained(entry)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > rows.length && <p className={classes.quiet}>{text.more(rows.length, total)}</p>}
    </>
  )
}

const explained = ({ code, detail, modified }: ProvisioningEntry): string =>
  code === null
    ? modified.map(({ property, value }) => `${shortName(property)}: ${value}`).join(', ')
    : `${code}: ${detail === null ? '' : words.said(detail)}`

/** `urn:…:User:department` reads as `department`. */
const shortName = (path: string): string =>
  path.startsWith('urn:') ? path.slice(path.lastIndexOf(':') + 1) : path
