import type { SetupState, Step } from '../../../shared/setup'
import { tokenEndpointOf } from '../../../shared/tenant-url'
import { words } from '../../i18n'
import { useServer } from '../../stores/server'
import { Copied } from '../../components/Copied'
import { Misdirected } from './Misdirected'
import { Proof } from './Proof'
import classes from './Setup.module.css'

const text = words.setup.connection

export function ConnectionStep({ step: { detail }, setup }: { step: Step; setup: SetupState }) {
  const server = useServer(state => state.server)
  const clientId = clientOf(setup)
  return (
    <>
      <ol className={classes.path}>
        {text.paths[setup.variant](clientId === null ? 'token' : 'client').map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {server && (
        <div>
          <span className={classes.quiet}>{text.tenantUrl}</span>
          <Copied value={server.tenantUrl} label={text.copyTenantUrl} />
          {clientId !== null && (
            <>
              <span className={classes.quiet}>{text.tokenEndpoint}</span>
              <Copied value={tokenEndpointOf(server.tenantUrl)} label={text.copyTokenEndpoint} />
              <span className={classes.quiet}>{text.clientId}</span>
              <Copied value={clientId} label={text.copyClientId} />
            </>
          )}
          {!server.isReachableFromEntra && setup.variant !== 'agent' && (
            <p className={classes.quiet}>{text.local[setup.variant]}</p>
          )}
        </div>
      )}
      {detail.kind === 'trouble' && <Misdirected trouble={detail.trouble} />}
      {detail.kind === 'evidence' && <Proof label={text.asked} evidence={detail.evidence} />}
      {detail.kind === 'none' && <p className={classes.quiet}>{text.waiting[setup.variant]}</p>}
    </>
  )
}

/** The OAuth client that is to be pasted, when the newest access is one. Okta fetches no access tokens so. */
function clientOf({ variant, steps }: SetupState): string | null {
  const detail = steps.find(({ name }) => name === 'token')?.detail
  return variant !== 'okta' && detail?.kind === 'token' ? detail.clientId : null
}
