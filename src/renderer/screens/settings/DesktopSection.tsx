import { Alert, Button, Input, Loader, Stack, Switch } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { NEWS_TOPICS, type Ability, type DesktopState, type NewsTopic } from '../../../shared/desktop'
import type { SettingName } from '../../../shared/settings'
import { client } from '../../bridge'
import { problemOf, useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
import { saveSetting } from './save-setting'
import { Field } from './search'
import { Section } from './Section'
import classes from './Settings.module.css'

const text = words.settings.desktop
const RESETS: SettingName[] = [
  'desktop.whenClosed',
  'notifications.failing',
  'notifications.changes',
  'notifications.tunnel'
]

export function DesktopSection() {
  const state = useCall('desktop', () => client.desktop.state())
  return (
    <Section id="desktop" title={text.title} resets={RESETS}>
      {state.kind === 'loading' && <Loader size="sm" />}
      {state.kind === 'failed' && (
        <Alert color="red" title={text.failed}>
          {state.problem.message}
          <Button variant="default" size="xs" mt="sm" onClick={state.retry}>
            {words.parts.tryAgain}
          </Button>
        </Alert>
      )}
      {state.kind === 'ready' && <Desktop initial={state.value} />}
    </Section>
  )
}

/** Each switch shows what the system says after it was turned, not what was wished for. */
function Desktop({ initial }: { initial: DesktopState }) {
  const [state, setState] = useState(initial)
  const whenClosed = useSetting('desktop.whenClosed')

  const setStartAtLogin = (isOn: boolean) =>
    attempt(async () => setState(await client.desktop.setStartAtLogin({ isOn })))

  return (
    <Stack gap="lg">
      <Field words={[text.tray, text.trayHint]}>
        <Switch
          label={text.tray}
          description={hint(state.tray, whenClosed === 'ask' ? text.trayAsk : text.trayHint)}
          disabled={!state.tray.isHere}
          checked={state.tray.isHere && whenClosed === 'tray'}
          onChange={event =>
            void saveSetting({ 'desktop.whenClosed': event.currentTarget.checked ? 'tray' : 'quit' })
          }
        />
      </Field>
      <Field words={[text.login, text.loginHint]}>
        <Switch
          label={text.login}
          description={hint(state.startAtLogin, isFoundAgain(state) ? text.loginHint : text.loginMinimized)}
          disabled={!state.startAtLogin.isHere}
          checked={state.startsAtLogin}
          onChange={event => void setStartAtLogin(event.currentTarget.checked)}
        />
      </Field>
      <Field
        words={[
          text.notifications,
          text.notificationsHint,
          ...NEWS_TOPICS.map(topic => text.topics[topic].label)
        ]}
      >
        <div role="group" aria-labelledby="notifications">
          <Input.Label labelElement="div" display="block" id="notifications">
            {text.notifications}
          </Input.Label>
          <p className={classes.hint}>{hint(state.notifications, text.notificationsHint)}</p>
          <Stack gap="md">
            {NEWS_TOPICS.map(topic => (
              <TopicSwitch key={topic} topic={topic} ability={state.notifications} />
            ))}
          </Stack>
        </div>
      </Field>
    </Stack>
  )
}

function TopicSwitch({ topic, ability }: { topic: NewsTopic; ability: Ability }) {
  const name = `notifications.${topic}` as const
  const isOn = useSetting(name)
  const { label, example } = text.topics[topic]
  return (
    <div className={classes.switchRow}>
      <Switch
        label={label}
        description={text.example(example)}
        disabled={!ability.isHere}
        checked={ability.isHere && isOn}
        onChange={event => void saveSetting({ [name]: event.currentTarget.checked })}
      />
      <Button
        variant="default"
        size="xs"
        disabled={!ability.isHere}
        aria-label={text.sendTestOf(label)}
        onClick={() => void attempt(() => client.desktop.showExample({ topic }))}
      >
        {text.sendTest}
      </Button>
    </div>
  )
}

const hint = (ability: Ability, usual: string): string =>
  ability.isHere ? usual : text.unavailable(text.reasons[ability.reason])

/** What the system refuses is told in its own words. */
async function attempt(deed: () => Promise<unknown>) {
  try {
    await deed()
  } catch (error) {
    notifications.show({ color: 'red', title: text.failed, message: problemOf(error).message })
  }
}

/** Without a tray or a Dock a program without a window could not be found again, so it starts minimized. */
const isFoundAgain = ({ tray }: DesktopState): boolean => tray.isHere || tray.reason === 'kept-by-system'
