import { Button, JsonInput, Select, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { SingleAnswer, SingleRequest } from '../../../shared/simulator'
import { client } from '../../bridge'
import { words } from '../../i18n'
import { attempt } from './attempt'
import { pretty } from './pretty'
import { reasonNotToSend, targetOf, useRunOptions } from './run-options'
import { TargetFields } from './RunOptionsForm'
import classes from './Simulator.module.css'

const text = words.simulator.request
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

export function RequestTab() {
  const options = useRunOptions()
  const [method, setMethod] = useState<SingleRequest['method']>('GET')
  const [path, setPath] = useState('/Users?count=5')
  const [body, setBody] = useState('')
  const [answer, setAnswer] = useState<SingleAnswer | null>(null)
  const [isBusy, setBusy] = useState(false)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await attempt(text.failed, async () => {
      const target = targetOf(options)
      const kind = options.dialect === 'okta' ? 'okta' : 'entra'
      setAnswer(await client.simulator.send({ method, path, body, client: kind, target }))
    })
    setBusy(false)
  }

  return (
    <div className={classes.columns} data-columns>
      <form onSubmit={event => void send(event)} className={classes.fields}>
        <p className={classes.quiet} style={{ margin: 0 }}>
          {text.text}
        </p>
        <div style={{ display: 'grid', gridTemplateColumns: '110px 1fr', gap: 10 }}>
          <Select
            label={text.method}
            data={[...METHODS]}
            value={method}
            allowDeselect={false}
            onChange={next => setMethod(METHODS.find(known => known === next) ?? 'GET')}
          />
          <TextInput
            label={text.path}
            value={path}
            classNames={{ input: classes.mono }}
            onChange={event => setPath(event.currentTarget.value)}
          />
        </div>
        <JsonInput
          label={text.body}
          value={body}
          onChange={setBody}
          autosize
          minRows={6}
          maxRows={16}
          disabled={method === 'GET' || method === 'DELETE'}
          classNames={{ input: classes.mono }}
        />
        <Button
          type="submit"
          loading={isBusy}
          disabled={!path.startsWith('/') || reasonNotToSend(options) !== null}
          style={{ justifySelf: 'start' }}
        >
          {text.send}
        </Button>
        {answer && <Answer answer={answer} />}
      </form>
      <div className={classes.card}>
        <div className={classes.fields}>
          <TargetFields />
        </div>
      </div>
    </div>
  )
}

function Answer({ answer }: { answer: SingleAnswer }) {
  if (answer.kind === 'unanswered') return <p className={classes.trouble}>{text.unanswered(answer.reason)}</p>
  const head = [
    `${answer.status} · ${text.took(answer.durationMs)}`,
    ...answer.headers.map(([name, value]) => `${name}: ${value}`)
  ]
  return (
    <pre className={classes.answer} aria-label={text.answer} tabIndex={0}>
      {`${head.join('\n')}\n\n${pretty(answer.text)}`}
    </pre>
  )
}
