import { Button, Table, Tooltip, VisuallyHidden } from '@mantine/core'
import { StateWord } from '../../components/StateWord'
import { tokenState, type Token } from '../../../shared/token'
import { useNow } from '../../hooks/useNow'
import { words } from '../../i18n'
import { formatDay, formatUtc } from '../../i18n/format'
import { reasonNotToRevoke } from './reason-not-to-revoke'
import classes from './Tokens.module.css'

interface Props {
  tokens: Token[]
  onRevoke: (token: Token) => void
}

const text = words.tokens
const DAY_MS = 86_400_000
const TONES = { valid: 'ok', expiring: 'waiting', expired: 'failed', revoked: 'quiet' } as const

export function TokenTable({ tokens, onRevoke }: Props) {
  const now = useNow(5000)
  return (
    <Table aria-label={text.table} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.columns.name}</Table.Th>
          <Table.Th>{text.columns.state}</Table.Th>
          <Table.Th>{text.columns.created}</Table.Th>
          <Table.Th>{text.columns.expires}</Table.Th>
          <Table.Th>{text.columns.lastUsed}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{text.columns.actions}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map(token => (
          <TokenRow key={token.id} token={token} now={now} onRevoke={onRevoke} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function TokenRow({ token, now, onRevoke }: { token: Token; now: number; onRevoke: Props['onRevoke'] }) {
  const state = tokenState(token, now)
  const reason = reasonNotToRevoke(token)
  return (
    <Table.Tr>
      <Table.Td>
        <div className={classes.name}>{token.name}</div>
        <div className={classes.small}>
          {token.isFromEnvironment ? text.fromEnvironment : text.ending(token.lastFour)}
        </div>
      </Table.Td>
      <Table.Td>
        <StateWord word={text.state[state]} tone={TONES[state]} />
      </Table.Td>
      <Table.Td>
        <time dateTime={formatUtc(token.createdAt)} title={formatUtc(token.createdAt)}>
          {formatDay(token.createdAt)}
        </time>
      </Table.Td>
      <Table.Td>
        <Expiry token={token} now={now} />
      </Table.Td>
      <Table.Td>
        <LastUse token={token} now={now} />
      </Table.Td>
      <Table.Td ta="end">
        <Tooltip label={reason ?? ''} disabled={reason === null}>
          <Button
            size="compact-sm"
            variant="default"
            data-disabled={reason !== null || undefined}
            aria-disabled={reason !== null}
            aria-label={text.revokeNamed(token.name)}
            onClick={() => reason === null && onRevoke(token)}
          >
            {text.revoke}
          </Button>
        </Tooltip>
      </Table.Td>
    </Table.Tr>
  )
}

function Expiry({ token, now }: { token: Token; now: number }) {
  if (token.expiresAt === null) return words.parts.never
  const isSoon = tokenState(token, now) === 'expiring'
  return (
    <>
      <time dateTime={formatUtc(token.expiresAt)} title={formatUtc(token.expiresAt)}>
        {formatDay(token.expiresAt)}
      </time>
      {isSoon && (
        <div className={classes.small}>{text.expiresIn(Math.floor((token.expiresAt - now) / DAY_MS))}</div>
      )}
    </>
  )
}

function LastUse({ token, now }: { token: Token; now: number }) {
  if (token.lastUse === null) return <span className={classes.quiet}>{text.neverUsed}</span>
  const { at, address, userAgent } = token.lastUse
  return (
    <>
      <span title={formatUtc(at)}>{words.parts.ago(now - at)}</span>
      <div className={classes.small}>
        <span className={classes.mono}>{address ?? text.unknownAddress}</span> · {userAgent ?? text.noAgent}
      </div>
    </>
  )
}
