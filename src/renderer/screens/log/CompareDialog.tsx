import { Modal, SegmentedControl, SimpleGrid, Table, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ExchangeDetail, RecordedBody } from '../../../shared/exchange'
import { jsonDifferences } from '../../../shared/json-differences'
import type { Json } from '../../../shared/scim'
import { client } from '../../bridge'
import { Failed } from '../../components/Failed'
import { JsonCode } from '../../components/JsonCode'
import { Loading } from '../../components/Loading'
import { SentenceText } from '../../components/SentenceText'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { describe } from '../../i18n/told'
import classes from './detail/Detail.module.css'

const text = words.log.deeds
type Side = 'request' | 'response'

/** Two requests side by side, with what differs listed by attribute. */
export function CompareDialog({ ids: [a, b], onClose }: { ids: [number, number]; onClose: () => void }) {
  const [side, setSide] = useState<Side>('request')
  const call = useCall(`${a} ${b}`, () =>
    Promise.all([client.log.get({ id: a, isWhole: true }), client.log.get({ id: b, isWhole: true })])
  )
  return (
    <Modal opened onClose={onClose} size="90%" title={text.compareTitle(a, b)}>
      {call.kind === 'loading' && <Loading />}
      {call.kind === 'failed' && (
        <Failed title={words.log.detail.failed} problem={call.problem} onRetry={call.retry} />
      )}
      {call.kind === 'ready' && (
        <>
          <SegmentedControl
            size="xs"
            mb="md"
            aria-label={text.compareWhat}
            value={side}
            onChange={value => setSide(value === 'response' ? 'response' : 'request')}
            data={[
              { value: 'request', label: text.compareRequests },
              { value: 'response', label: text.compareResponses }
            ]}
          />
          <Differences
            left={bodyOf(call.value[0], side)}
            right={bodyOf(call.value[1], side)}
            names={[a, b]}
          />
          <SimpleGrid cols={2} mt="md">
            {call.value.map(exchange => (
              <section key={exchange.id} aria-label={`#${exchange.id}`}>
                <Text fw={600} mb={6}>
                  #{exchange.id} <SentenceText sentence={describe(exchange.story)} isInRow />
                </Text>
                <JsonCode code={pretty(bodyOf(exchange, side))} />
              </section>
            ))}
          </SimpleGrid>
        </>
      )}
    </Modal>
  )
}

function Differences({
  left,
  right,
  names
}: {
  left: RecordedBody | null
  right: RecordedBody | null
  names: [number, number]
}) {
  const found = useMemo(() => jsonDifferences(parsed(left), parsed(right)), [left, right])
  return (
    <>
      <Text fw={600} mb={4}>
        {text.differences(found.length)}
      </Text>
      {found.length > 0 && (
        <Table aria-label={text.differences(found.length)} verticalSpacing={4} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.path}</Table.Th>
              {names.map(id => (
                <Table.Th key={id}>#{id}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map(({ path, left: a, right: b }) => (
              <Table.Tr key={path}>
                <Table.Th scope="row" className={classes.mono}>
                  {path || '–'}
                </Table.Th>
                <Table.Td className={classes.oldValue}>{shown(a)}</Table.Td>
                <Table.Td className={classes.newValue}>{shown(b)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}

const bodyOf = (exchange: ExchangeDetail, side: Side): RecordedBody | null =>
  side === 'request' ? exchange.requestBody : exchange.responseBody

const shown = (value: Json | undefined): string => (value === undefined ? text.absent : JSON.stringify(value))

/** A body that is no JSON is compared as the text it is. */
function parsed(body: RecordedBody | null): Json | undefined {
  if (body === null) return undefined
  try {
    return JSON.parse(body.text) as Json
  } catch (error) {
    if (error instanceof SyntaxError) return body.text
    throw error
  }
}

function pretty(body: RecordedBody | null): string {
  const value = parsed(body)
  if (value === undefined) return words.log.detail.noBody
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}
