import {
  Button,
  Group,
  Modal,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput
} from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExchangeDetail } from '../../../shared/exchange'
import { jsonFault } from '../../../shared/json-fault'
import { client } from '../../bridge'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { problemOf, useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { replay, tryOut } from '../../stores/log-deeds'
import { prettyJson } from './detail/Body'
import classes from './detail/Detail.module.css'
import { SentAnswer, TriedAnswer } from './ReplayAnswer'

const text = words.log.deeds
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** A recorded request to be changed and sent again, with its answer beside it. */
export function ReplayDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const call = useCall(`${id}`, () => client.log.get({ id, isWhole: true }))
  return (
    <Modal opened onClose={onClose} size="90%" title={text.replayTitle(id)}>
      {call.kind === 'loading' && <Loading />}
      {call.kind === 'failed' && (
        <Failed title={words.log.detail.failed} problem={call.problem} onRetry={call.retry} />
      )}
      {call.kind === 'ready' && <Editor exchange={call.value} />}
    </Modal>
  )
}

type Sent =
  | { kind: 'none' | 'sending' | 'trying' }
  | { kind: 'answered'; id: number }
  | { kind: 'tried'; exchange: ExchangeDetail }
  | { kind: 'failed'; message: string }

function Editor({ exchange }: { exchange: ExchangeDetail }) {
  const [method, setMethod] = useState(exchange.method)
  const [target, setTarget] = useState(exchange.target)
  const [body, setBody] = useState(
    () => prettyJson(exchange.requestBody?.text ?? '') ?? exchange.requestBody?.text ?? ''
  )
  const [sent, setSent] = useState<Sent>({ kind: 'none' })
  const fault = body.trim() === '' ? null : jsonFault(body)

  const edited = () => ({
    method,
    target,
    headers: exchange.requestHeaders,
    body: body.trim() === '' ? null : body
  })
  const send = async () => {
    setSent({ kind: 'sending' })
    try {
      setSent({ kind: 'answered', id: await replay(exchange.id, edited()) })
    } catch (error) {
      setSent({ kind: 'failed', message: problemOf(error).message })
    }
  }
  const tryIt = async () => {
    setSent({ kind: 'trying' })
    try {
      setSent({ kind: 'tried', exchange: await tryOut(exchange.id, edited()) })
    } catch (error) {
      setSent({ kind: 'failed', message: problemOf(error).message })
    }
  }

  return (
    <SimpleGrid cols={2} spacing="lg">
      <Stack gap="sm">
        <Group gap="sm" align="end" wrap="nowrap">
          <NativeSelect
            label={text.method}
            data={METHODS.includes(method) ? METHODS : [method, ...METHODS]}
            value={method}
            onChange={event => setMethod(event.currentTarget.value)}
            w={110}
            size="sm"
          />
          <TextInput
            label={text.target}
            value={target}
            onChange={event => setTarget(event.currentTarget.value)}
            flex={1}
            classNames={{ input: classes.mono }}
          />
        </Group>
        <Textarea
          label={text.body}
          description={text.bodyHint}
          value={body}
          onChange={event => setBody(event.currentTarget.value)}
          error={fault && text.badJson(fault.line, fault.column, fault.found)}
          rows={18}
          spellCheck={false}
          classNames={{ input: classes.mono }}
          data-autofocus
        />
        <Group justify="flex-end" gap="sm">
          <Button
            variant="default"
            leftSection={<IconFlask size={16} aria-hidden />}
            disabled={fault !== null || sent.kind === 'sending'}
            loading={sent.kind === 'trying'}
            onClick={() => void tryIt()}
          >
            {text.tryOut}
          </Button>
          <Button
            disabled={fault !== null || sent.kind === 'trying'}
            loading={sent.kind === 'sending'}
            onClick={() => void send()}
          >
            {text.send}
          </Button>
        </Group>
      </Stack>
      <section aria-label={text.answer} aria-live="polite">
        <Text fw={500} mb={6}>
          {text.answer}
        </Text>
        {sent.kind === 'none' && <Text c="dimmed">{text.noAnswer}</Text>}
        {sent.kind === 'failed' && <Text c="var(--failed)">{sent.message}</Text>}
        {sent.kind === 'answered' && <SentAnswer key={sent.id} id={sent.id} />}
        {sent.kind === 'tried' && <TriedAnswer exchange={sent.exchange} />}
      </section>
    </SimpleGrid>
  )
}
