import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { UpdateDeed, UpdateStep } from '../../../../shared/update'
import { problemOf } from '../../../hooks/useCall'
import { words } from '../../../i18n'
import { useServer } from '../../../stores/server'
import { goOnUpdating, useUpdates } from '../../../stores/updates'
import { Field } from '../search'
import { Section } from '../Section'
import classes from '../Settings.module.css'
import { FeedField } from './FeedField'

const text = words.updates

export function UpdatesSection() {
  const { step } = useUpdates()
  const version = useServer(state => state.server?.version ?? '')
  const isBusy = step.kind === 'checking' || step.kind === 'downloading' || step.kind === 'installing'

  const go = (deed: UpdateDeed) => {
    goOnUpdating(deed).catch((error: unknown) =>
      notifications.show({ color: 'red', title: text.title, message: problemOf(error).message })
    )
  }

  return (
    <Section id="updates" title={text.title} resets={['updates.feed']}>
      <Field words={[text.hint, text.feed, text.check]}>
        <p className={classes.hint}>{text.hint}</p>
        <Stack gap="md">
          {step.kind !== 'not-here' && <FeedField />}
          <Group>
            {step.kind === 'found' && <Button onClick={() => go('download')}>{text.download}</Button>}
            {step.kind === 'ready' && <Button onClick={() => go('install')}>{text.install}</Button>}
            <Button
              variant="default"
              loading={isBusy}
              disabled={step.kind === 'off' || step.kind === 'not-here'}
              onClick={() => go('check')}
            >
              {text.check}
            </Button>
            <Text role="status" size="sm" c={step.kind === 'failed' ? 'var(--failed)' : undefined}>
              {sentenceOf(step, version)}
            </Text>
          </Group>
        </Stack>
      </Field>
    </Section>
  )
}

function sentenceOf(step: UpdateStep, version: string): string {
  switch (step.kind) {
    case 'not-here':
      return text.notHere
    case 'off':
      return text.off
    case 'unknown':
      return ''
    case 'checking':
      return text.checking
    case 'current':
      return text.current(version)
    case 'found':
      return text.found(step.version)
    case 'downloading':
      return text.downloading(step.version, step.percent)
    case 'ready':
      return `${text.ready(step.version)} ${text.installHint}`
    case 'installing':
      return text.installing(step.version)
    case 'failed':
      return text.failed(step.reason)
  }
}
