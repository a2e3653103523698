import { Alert, Anchor, SegmentedControl } from '@mantine/core'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { VARIANTS, type SetupState, type Step as StepState, type StepName } from '../../../shared/setup'
import { useNow } from '../../hooks/useNow'
import { words } from '../../i18n'
import { daysUntil } from '../../i18n/format'
import { hrefOf } from '../../routes'
import { changeSettings } from '../../stores/settings'
import { useSetup } from '../../stores/setup'
import { AddressStep } from './AddressStep'
import { ConnectionStep } from './ConnectionStep'
import { Demo } from './Demo'
import { MappingsStep } from './MappingsStep'
import { AssignStep, ProvisionStep } from './ProvisionSteps'
import { ServerStep } from './ServerStep'
import { Step } from './Step'
import { SUMMARIES } from './summaries'
import { TokenStep } from './TokenStep'
import classes from './Setup.module.css'

const text = words.setup

/** What each step says and offers below its name. */
const BODIES: Record<StepName, (props: { step: StepState; setup: SetupState }) => React.ReactNode> = {
  server: ServerStep,
  address: AddressStep,
  token: TokenStep,
  connection: ConnectionStep,
  mappings: MappingsStep,
  assign: AssignStep,
  provision: ProvisionStep
}

export function SetupScreen() {
  const setup = useSetup(state => state.setup)
  return (
    <Screen
      title={text.title}
      aside={
        setup && <span className={classes.quiet}>{text.progress(setup.doneCount, setup.steps.length)}</span>
      }
      actions={setup && <Variant setup={setup} />}
    >
      {setup ? <Steps setup={setup} /> : <Loading />}
    </Screen>
  )
}

function Steps({ setup }: { setup: SetupState }) {
  const now = useNow(60_000)
  const isDone = setup.doneCount === setup.steps.length
  return (
    <>
      <div className={classes.intro}>
        <p>{text.intro[setup.variant]}</p>
        {(setup.isDemoPlayed || !isDone) && <Demo isPlayed={setup.isDemoPlayed} />}
      </div>
      {setup.expiring && (
        <Alert color="amber" variant="light" maw={820} mb="md">
          {text.expiring(setup.expiring.name, daysUntil(setup.expiring.expiresAt, now))}{' '}
          <Anchor href={hrefOf('tokens')} inherit>
            {text.goToTokens}
          </Anchor>
        </Alert>
      )}
      <ol className={classes.steps}>
        {setup.steps.map((step, index) => {
          const Body = BODIES[step.name]
          const Summary = SUMMARIES[step.name]
          return (
            <Step
              key={step.name}
              step={step}
              number={index + 1}
              summary={<Summary step={step} setup={setup} />}
            >
              <Body step={step} setup={setup} />
            </Step>
          )
        })}
      </ol>
    </>
  )
}

function Variant({ setup }: { setup: SetupState }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={text.variant}
      value={setup.variant}
      onChange={value => {
        const variant = VARIANTS.find(known => known === value)
        if (variant) void changeSettings({ 'setup.variant': variant })
      }}
      data={VARIANTS.map(value => ({ value, label: text.variants[value] }))}
    />
  )
}
