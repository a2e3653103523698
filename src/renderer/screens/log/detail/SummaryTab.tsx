import type { ReactNode } from 'react'
import { Moment } from '../../../components/Moment'
import { NameLink } from '../../../components/NameLink'
import { outcomeOf, type ExchangeDetail } from '../../../../shared/exchange'
import { words } from '../../../i18n'
import { formatBytes, formatDuration } from '../../../i18n/format'
import { hrefOf } from '../../../routes'
import classes from './Detail.module.css'
import { Note } from './Note'
import { Tolerances } from './Tolerances'

export function SummaryTab({ exchange }: { exchange: ExchangeDetail }) {
  const text = words.log.detail
  return (
    <>
      <dl className={classes.facts}>
        <Fact name={text.number}>
          <span className={classes.mono}>#{exchange.id}</span>
        </Fact>
        <Fact name={text.time}>
          <Moment at={exchange.startedAt} />
        </Fact>
        <Fact name={text.outcome}>{words.parts.outcomeMeanings[outcomeOf(exchange)]}</Fact>
        {exchange.resource && (
          <Fact name={text.about}>
            <NameLink named={exchange.resource} />
          </Fact>
        )}
        {exchange.origin === 'scim' && <RequestFacts exchange={exchange} />}
      </dl>
      <Tolerances exchange={exchange} />
      <Note exchange={exchange} />
    </>
  )
}

function RequestFacts({ exchange }: { exchange: ExchangeDetail }) {
  const text = words.log.detail
  return (
    <>
      <Fact name={text.target}>
        <span className={classes.mono}>
          {exchange.method} {exchange.target}
        </span>
      </Fact>
      <Fact name={text.status}>
        <span className={classes.mono}>{exchange.status ?? text.notYet}</span>
      </Fact>
      {exchange.durationMs !== null && (
        <Fact name={text.duration}>{formatDuration(exchange.durationMs)}</Fact>
      )}
      <Fact name={text.size}>
        {text.sizes(formatBytes(exchange.requestBytes), formatBytes(exchange.responseBytes))}
      </Fact>
      <Fact name={text.token}>{exchange.tokenName ?? words.log.noToken}</Fact>
      <Fact name={text.from}>{exchange.remoteAddress ?? words.tokens.unknownAddress}</Fact>
      <Fact name={text.agent}>
        {exchange.userAgent ?? (
          <>
            {text.noAgent} <span className={classes.detail}>– {text.noAgentWhy}</span>
          </>
        )}
      </Fact>
      {exchange.replayOf !== null && (
        <Fact name={text.replayOf}>
          <a href={hrefOf('log', exchange.replayOf)}>#{exchange.replayOf}</a>
        </Fact>
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
