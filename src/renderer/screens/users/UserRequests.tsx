import { Anchor, Table } from '@mantine/core'
import { client } from '../../bridge'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { Moment } from '../../components/Moment'
import { Outcome } from '../../components/Outcome'
import { RequestLink } from '../../components/RequestLink'
import { SentenceText } from '../../components/SentenceText'
import { outcomeOf } from '../../../shared/exchange'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { describe } from '../../i18n/told'
import { hrefOf } from '../../routes'
import classes from './Users.module.css'

const text = words.users.detail
const SHOWN = 100

/** What was asked or done about the user, newest first. */
export function UserRequests({ id, revision }: { id: string; revision: number }) {
  const query = `user=${JSON.stringify(id)}`
  const call = useCall(
    `requests ${id}`,
    () => client.log.page({ query, before: null, limit: SHOWN }),
    revision
  )
  if (call.kind === 'loading') return <Loading />
  if (call.kind === 'failed')
    return <Failed title={text.requestsFailed} problem={call.problem} onRetry={call.retry} />
  const rows = call.value.rows.toReversed()
  return (
    <>
      <p className={classes.help}>
        {text.requestsHelp}{' '}
        {call.value.matched > SHOWN && (
          <Anchor inherit href={hrefOf('log', null, { q: query })}>
            {text.allRequests}
          </Anchor>
        )}
      </p>
      {rows.length === 0 ? (
        <p className={classes.quiet}>{text.noRequests}</p>
      ) : (
        <Table aria-label={text.tabs.requests} withTableBorder verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={90}>{text.request}</Table.Th>
              <Table.Th w={190}>{text.time}</Table.Th>
              <Table.Th w={120}>{text.outcome}</Table.Th>
              <Table.Th>{text.what}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(row => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <RequestLink exchangeId={row.id} at={row.startedAt} />
                </Table.Td>
                <Table.Td>
                  <Moment at={row.startedAt} />
                </Table.Td>
                <Table.Td>
                  <Outcome outcome={outcomeOf(row)} />
                </Table.Td>
                <Table.Td>
                  <SentenceText sentence={describe(row.story)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}
