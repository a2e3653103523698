import { Anchor } from '@mantine/core'
import type { SetupState, Step } from '../../../shared/setup'
import { words } from '../../i18n'
import { hrefOf } from '../../routes'
import { Proof } from './Proof'
import classes from './Setup.module.css'

interface Props {
  step: Step
  setup: SetupState
}

export function AssignStep({ step: { detail }, setup }: Props) {
  const text = words.setup.assign
  return (
    <>
      <p>{text[setup.variant]}</p>
      {detail.kind === 'evidence' ? (
        <Proof label={text.first} evidence={detail.evidence} />
      ) : (
        <p className={classes.quiet}>{text.waiting}</p>
      )}
    </>
  )
}

export function ProvisionStep({ step: { detail }, setup }: Props) {
  const text = words.setup.provision
  return (
    <>
      <p>{text[setup.variant]}</p>
      {detail.kind === 'evidence' ? (
        <>
          <Proof label={text.first} evidence={detail.evidence} />
          <Anchor href={hrefOf('log')}>{text.next}</Anchor>
        </>
      ) : (
        <p className={classes.quiet}>{text.waiting}</p>
      )}
    </>
  )
}
