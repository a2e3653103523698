import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Change } from '../../shared/change'
import { problemOf, useCall, type Problem } from '../hooks/useCall'
import { words } from '../i18n'
import { AttributeChanges } from './AttributeChanges'
import { Called } from './Called'
import { Failed } from './Failed'
import classes from './History.module.css'
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
  return (
    <Called call={newest} failed={text.failed}>
      {changes => <Changes newest={changes} ask={ask} />}
    </Called>
  )
}

function Changes({ newest, ask }: Pick<Props, 'ask'> & { newest: Change[] }) {
  const [older, setOlder] = useState<Change[]>([])
  const [isDone, setDone] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const seen = new Set(newest.map(change => change.id))
  const changes = [...newest, ...older.filter(change => !seen.has(change.id))]
  if (changes.length === 0) return <p className={classes.quiet}>{text.nothing}</p>

  const loadOlder = () => {
    setProblem(null)
    ask(changes.at(-1)?.id ?? null).then(
      page => {
        setOlder([...older, ...page])
        setDone(page.length < PAGE)
      },
      (error: unknown) => setProblem(problemOf(error))
    )
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
      {problem && <Failed title={text.failed} problem={problem} onRetry={loadOlder} />}
      {changes.length >= PAGE && !isDone && !problem && (
        <Button variant="default" onClick={loadOlder}>
          {text.older}
        </Button>
      )}
    </>
  )
}
