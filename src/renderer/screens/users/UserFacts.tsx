import type { ReactNode } from 'react'
import { CopyIcon } from '../../components/CopyIcon'
import { NameLink } from '../../components/NameLink'
import { StateWord } from '../../components/StateWord'
import type { UserDetail } from '../../../shared/contract'
import { words } from '../../i18n'
import classes from './Users.module.css'

const text = words.users.detail

/** What one wants to know first: which user, in which state, whose. */
export function UserFacts({ user }: { user: UserDetail }) {
  const isActive = user.resource.active !== false
  return (
    <dl className={classes.facts}>
      <Fact name={words.users.columns.state}>
        <StateWord
          word={isActive ? words.users.state.active : words.users.state.disabled}
          tone={isActive ? 'ok' : 'quiet'}
        />
      </Fact>
      <Fact name={words.users.columns.userName}>
        <span>{String(user.resource.userName ?? '')}</span>
      </Fact>
      <Fact name="id">
        <span className={classes.mono}>{user.id}</span>
        <CopyIcon text={user.id} label={text.copyId} />
      </Fact>
      <Fact name={text.manager}>
        {user.manager ? (
          <NameLink named={user.manager} />
        ) : (
          <span className={classes.quiet}>{text.noManager}</span>
        )}
      </Fact>
      {user.reports.length > 0 && (
        <Fact name={text.reports}>
          {user.reports.map(report => (
            <NameLink key={report.id} named={report} />
          ))}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
