import { Button } from '@mantine/core'
import { useState } from 'react'
import { CreateTokenDialog } from '../../dialogs/CreateTokenDialog'
import type { SetupState, Step } from '../../../shared/setup'
import { words } from '../../i18n'
import { tokenIsReady } from './summaries'
import classes from './Setup.module.css'

const text = words.setup.token

export function TokenStep({ step: { detail }, setup }: { step: Step; setup: SetupState }) {
  const [isCreating, setCreating] = useState(false)
  const hasToken = detail.kind === 'token'
  return (
    <>
      <p className={classes.quiet}>{text.why[setup.variant]}</p>
      {hasToken && <p>{tokenIsReady(detail)}</p>}
      {detail.kind === 'no-token' && detail.hasEnded && <p>{text.ended}</p>}
      <div>
        <Button variant={hasToken ? 'default' : 'filled'} onClick={() => setCreating(true)}>
          {hasToken ? text.another : text.create}
        </Button>
      </div>
      {isCreating && (
        <CreateTokenDialog mayBeClient={setup.variant !== 'okta'} onClose={() => setCreating(false)} />
      )}
    </>
  )
}
