import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Change } from '../../shared/change'
import { useCall } from '../hooks/useCall'
import { words } from '../i18n'
import { AttributeChanges } from './AttributeChanges'
import { Failed } from './Failed'
import classes from './History.module.css'
import { Loading } from './Loading'
import { MembersChanges } from './MembersChanges'
import { Moment } from './Moment'
import { RequestLink } from './RequestLink'

interface Props {
  resourceKey: string
  revision: number
  /** Newest first, those before that change. */
  ask: (before: number | null) => Promise<Change[]>
}

const PAGE = 100
const text = words.parts.history

export function History({ resourceKey, revision, ask }: Props) {
  const newest = useCall(`history ${resourceKey}`, () => ask(null), revision)
  const [older, setOlder] = useState<Change[]>([])
  const [isDone, setDone] = useState(false)

  if (newest.kind === 'loading') return <Loading />
  if (newest.kind === 'failed')
    return <Failed title={text.failed} problem={newest.problem} onRetry={newest.retry} />

  const seen = new Set(newest.value.map(change => change.id))
  const changes = [...newest.value, ...older.filter(change => !seen.has(change.id))]
  if (changes.length === 0) return <p className={classes.quiet}>{text.nothing}</p>

  const loadOlder = async () => {
    const page = await ask(changes.at(-1)?.id ?? null)
    setOlder([...older, ...page])
    setDone(page.length < PAGE)
  }

  return (
    <>
      <ol className={classes.history}>
        {changes.map(change => (
          <li key={change.id} className={classes.entry}>
            <div className={classes.head}>
              <strong>{text.verb[change.verb]}</strong>
              <span className={classes.quiet}>
                <Moment at={change.at} /> ·{' '}
                <RequestLink
                  exchangeId={change.exchangeId}
                  at={change.at}
                  isByYou={change.actor.kind === 'you'}
                />
              </span>
            </div>
            <AttributeChanges attributes={change.attributes} />
            {change.members && <MembersChanges members={change.members} />}
          </li>
        ))}
      </ol>
      {changes.length >= PAGE && !isDone && (
        <Button variant="default" onClick={() => void loadOlder()}>
          {text.older}
        </Button>
      )}
    </>
  )
}
