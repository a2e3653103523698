import { CopyIcon } from '../../components/CopyIcon'
import { CopyFact, Fact, Facts } from '../../components/Facts'
import { NameLink } from '../../components/NameLink'
import { RequestLink } from '../../components/RequestLink'
import { setterOf } from '../../components/resource-attributes'
import { ActiveWord } from '../../components/resource-columns'
import { StateWord } from '../../components/StateWord'
import type { UserDetail } from '../../../shared/contract'
import { ENTERPRISE_SCHEMA } from '../../../shared/scim'
import { words } from '../../i18n'
import classes from './Users.module.css'

const text = words.users.detail

/** What one wants to know first: which user, in which state, whose. */
export function UserFacts({ user }: { user: UserDetail }) {
  const userName = String(user.resource.userName ?? '')
  return (
    <Facts>
      <Fact name={words.users.columns.state}>
        {user.deleted ? (
          <StateWord word={text.deletedState} tone="failed" />
        ) : (
          <>
            <ActiveWord isActive={user.resource.active !== false} />
            {typeof user.resource.active !== 'boolean' && (
              <span className={classes.quiet}>{text.activeUnsent}</span>
            )}
          </>
        )}
      </Fact>
      <Fact name={words.users.columns.userName}>
        <span>{userName}</span>
        <CopyIcon text={userName} label={text.copyUserName} />
      </Fact>
      <CopyFact name="id" value={user.id} label={text.copyId} />
      <Fact name={text.manager}>
        <Manager user={user} />
      </Fact>
      {user.reports.length > 0 && (
        <Fact name={text.reports}>
          {user.reports.map(report => (
            <NameLink key={report.id} named={report} />
          ))}
        </Fact>
      )}
    </Facts>
  )
}

function Manager({ user: { manager, unknownManagerId, setBy } }: { user: UserDetail }) {
  if (manager) return <NameLink named={manager} />
  if (unknownManagerId === null) return <span className={classes.quiet}>{text.noManager}</span>
  const by = setterOf(`${ENTERPRISE_SCHEMA}:manager`, setBy)
  return (
    <span title={text.unknownManager}>
      {text.unknownId(unknownManagerId)} {by && <RequestLink exchangeId={by.exchangeId} at={by.at} />}
    </span>
  )
}
