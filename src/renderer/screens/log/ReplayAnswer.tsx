import { Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { outcomeOf, type ExchangeDetail } from '../../../shared/exchange'
import { client } from '../../bridge'
import { AttributeChanges } from '../../components/AttributeChanges'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { MembersChanges } from '../../components/MembersChanges'
import { Outcome } from '../../components/Outcome'
import { SentenceText } from '../../components/SentenceText'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { describe } from '../../i18n/told'
import { Body } from './detail/Body'
import classes from './detail/Detail.module.css'

const text = words.log.deeds

/** What came of a request that was really sent. */
export function SentAnswer({ id }: { id: number }) {
  const [isWhole, setWhole] = useState(false)
  const call = useCall(`${id} ${isWhole}`, () => client.log.get({ id, isWhole }))
  if (call.kind === 'loading') return <Loading />
  if (call.kind === 'failed')
    return <Failed title={words.log.detail.failed} problem={call.problem} onRetry={call.retry} />
  const { value } = call
  return (
    <>
      <Line exchange={value}>#{id}</Line>
      <Text mt={4} mb="md" size="md">
        <SentenceText sentence={describe(value.story)} />
      </Text>
      <Body body={value.responseBody} onShowAll={() => setWhole(true)} />
    </>
  )
}

/** What would come of it. Names are no links: whoever would be created is nowhere. */
export function TriedAnswer({ exchange }: { exchange: ExchangeDetail }) {
  const { changes, responseBody, story } = exchange
  return (
    <>
      <p className={classes.tried}>
        <IconFlask size={16} aria-hidden />
        {text.triedNote}
      </p>
      <Line exchange={exchange}>{text.tried}</Line>
      <Text mt={4} mb="md" size="md">
        <SentenceText sentence={describe(story)} isInRow />
      </Text>
      <h3 className={classes.section}>{text.wouldChange}</h3>
      {changes.length === 0 && <Text c="dimmed">{text.wouldChangeNothing}</Text>}
      {changes.map(({ id, verb, resource, attributes, members }) => (
        <section key={id} aria-label={resource.name}>
          <Text mb={6}>
            {words.parts.history.verb[verb]} <strong>{resource.name || words.parts.unnamed}</strong>
          </Text>
          <AttributeChanges attributes={attributes} />
          {members && <MembersChanges members={members} />}
        </section>
      ))}
      <Body body={responseBody} onShowAll={() => undefined} />
    </>
  )
}

function Line({ exchange, children }: { exchange: ExchangeDetail; children: ReactNode }) {
  return (
    <div className={classes.kicker}>
      <Outcome outcome={outcomeOf(exchange)} />
      <span className={classes.line}>
        {exchange.status ?? ''} · {children}
      </span>
    </div>
  )
}
