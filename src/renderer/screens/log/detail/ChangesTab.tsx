import { AttributeChanges } from '../../../components/AttributeChanges'
import { MembersChanges } from '../../../components/MembersChanges'
import { NameLink } from '../../../components/NameLink'
import type { ExchangeDetail } from '../../../../shared/exchange'
import { outcomeOf } from '../../../../shared/exchange'
import { words } from '../../../i18n'
import classes from './Detail.module.css'

const text = words.log.changes

export function ChangesTab({ exchange }: { exchange: ExchangeDetail }) {
  if (exchange.changes.length === 0) return <NoChange exchange={exchange} />
  return exchange.changes.map(change => (
    <section key={change.id} aria-label={change.resource.name}>
      <h3 className={classes.section}>
        {words.parts.history.verb[change.verb]} <NameLink named={change.resource} />
      </h3>
      <AttributeChanges attributes={change.attributes} />
      {change.members && <MembersChanges members={change.members} />}
    </section>
  ))
}

function NoChange({ exchange }: { exchange: ExchangeDetail }) {
  if (exchange.ending === 'open') return words.log.detail.notYet
  if (outcomeOf(exchange) !== 'ok') return text.failed
  if (exchange.method === 'GET' || exchange.target.includes('/.search')) return text.read
  return (
    <>
      <h3 className={classes.section}>{text.nothing}</h3>
      <p className={classes.detail}>{text.nothingText}</p>
    </>
  )
}
