import { Anchor } from '@mantine/core'
import type { SetupState, Step, StepName } from '../../../shared/setup'
import { words } from '../../i18n'
import { hrefOf } from '../../routes'
import { useServer } from '../../stores/server'
import { useSetting } from '../../stores/settings'
import { Proof } from './Proof'
import classes from './Setup.module.css'

const text = words.setup

interface Props {
  step: Step
  setup: SetupState
}

/** What a finished step says in one line. */
export const SUMMARIES: Record<StepName, (props: Props) => React.ReactNode> = {
  server: Listening,
  address: Address,
  token: ({ step: { detail } }) => detail.kind === 'token' && <p>{tokenIsReady(detail)}</p>,
  connection: ({ step }) => <Proven label={text.connection.asked} step={step} />,
  mappings: ({ setup: { mapping }, step }) =>
    mapping?.absent.length === 0 ? (
      <p>
        {text.mappings.seen(mapping.seenCount)} {text.mappings.allArrive}
      </p>
    ) : (
      <Proven label={text.provision.first} step={step} />
    ),
  assign: ({ step }) => <Proven label={text.assign.first} step={step} />,
  provision: ({ step }) => (
    <>
      <Proven label={text.provision.first} step={step} />
      <Anchor href={hrefOf('log')}>{text.provision.next}</Anchor>
    </>
  )
}

function Listening() {
  const server = useServer(state => state.server)
  return server && <p>{text.server.listens(`${server.host}:${server.port}`)}</p>
}

function Address() {
  const url = useSetting('server.publicUrl')
  return url !== null && <p className={classes.mono}>{url}</p>
}

export const tokenIsReady = ({ name, clientId }: { name: string; clientId: string | null }): string =>
  clientId === null ? text.token.ready(name) : text.token.clientReady(name)

function Proven({ label, step: { detail } }: { label: string; step: Step }) {
  return detail.kind === 'evidence' && <Proof label={label} evidence={detail.evidence} />
}
