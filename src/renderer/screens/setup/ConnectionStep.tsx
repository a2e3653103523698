import type { SetupState, Step } from '../../../shared/setup'
import { words } from '../../i18n'
import { useServer } from '../../stores/server'
import { Copied } from './Copied'
import { Misdirected } from './Misdirected'
import { Proof } from './Proof'
import classes from './Setup.module.css'

const text = words.setup.connection

export function ConnectionStep({ step: { detail }, setup }: { step: Step; setup: SetupState }) {
  const server = useServer(state => state.server)
  return (
    <>
      <ol className={classes.path}>
        {text.paths[setup.variant].map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {server && (
        <div>
          <span className={classes.quiet}>{text.tenantUrl}</span>
          <Copied value={server.tenantUrl} label={text.copyTenantUrl} />
          {!server.isReachableFromEntra && setup.variant !== 'agent' && (
            <p className={classes.quiet}>{text.local}</p>
          )}
        </div>
      )}
      {detail.kind === 'trouble' && <Misdirected trouble={detail.trouble} />}
      {detail.kind === 'evidence' && <Proof label={text.asked} evidence={detail.evidence} />}
      {detail.kind === 'none' && <p className={classes.quiet}>{text.waiting[setup.variant]}</p>}
    </>
  )
}
