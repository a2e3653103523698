import { Button, Group, Table, Tooltip, VisuallyHidden } from '@mantine/core'
import { CopyIcon } from '../../components/CopyIcon'
import { StateWord } from '../../components/StateWord'
import { tokenState, type Token } from '../../../shared/token'
import { useNow } from '../../hooks/useNow'
import { words } from '../../i18n'
import { daysUntil, formatDay, formatMoment, formatUtc } from '../../i18n/format'
import { reasonNotToEnd } from './reason-not-to-end'
import classes from './Tokens.module.css'

interface Props {
  tokens: Token[]
  onRotate: (token: Token) => void
  onRevoke: (token: Token) => void
}

const text = words.tokens
const TONES = { valid: 'ok', expiring: 'waiting', expired: 'failed', revoked: 'quiet' } as const

export function TokenTable({ tokens, ...acts }: Props) {
  const replaced = new Set(tokens.map(token => token.rotatedFrom))
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
          <TokenRow key={token.id} token={token} now={now} isReplaced={replaced.has(token.id)} {...acts} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface RowProps extends Omit<Props, 'tokens'> {
  token: Token
  now: number
  /** A newer secret of the same name was made from it. */
  isReplaced: boolean
}

function TokenRow({ token, now, isReplaced, onRotate, onRevoke }: RowProps) {
  const state = tokenState(token, now)
  const reason = reasonNotToEnd(token, now)
  return (
    <Table.Tr>
      <Table.Td>
        <div className={classes.name}>{token.name}</div>
        <div className={classes.small}>
          {token.clientId !== null && `${text.isClient} · `}
          {token.isFromEnvironment ? text.fromEnvironment : text.ending(token.lastFour)}
        </div>
        {token.clientId !== null && <ClientId id={token.clientId} name={token.name} />}
      </Table.Td>
      <Table.Td>
        <StateWord word={text.state[state]} tone={TONES[state]} />
        <Generation token={token} now={now} isReplaced={isReplaced} />
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
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Act
            label={text.rotateNamed(token.name)}
            word={text.rotate}
            reason={reason}
            onAct={() => onRotate(token)}
          />
          <Act
            label={text.revokeNamed(token.name)}
            word={text.revoke}
            reason={reason}
            onAct={() => onRevoke(token)}
          />
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

/** No secret: it is pasted into Entra again after a rotation. */
function ClientId({ id, name }: { id: string; name: string }) {
  return (
    <div className={classes.clientId}>
      <code className={classes.mono} title={text.clientId}>
        {id}
      </code>
      <CopyIcon text={id} label={text.copyClientId(name)} />
    </div>
  )
}

function Act(props: { label: string; word: string; reason: string | null; onAct: () => void }) {
  const { label, word, reason, onAct } = props
  return (
    <Tooltip label={reason ?? ''} disabled={reason === null}>
      <Button
        size="compact-sm"
        variant="default"
        data-disabled={reason !== null || undefined}
        aria-disabled={reason !== null}
        aria-label={label}
        onClick={() => reason === null && onAct()}
      >
        {word}
      </Button>
    </Tooltip>
  )
}

/** Of two secrets with one name: which this is, and how long the old one works. */
function Generation({ token, now, isReplaced }: { token: Token; now: number; isReplaced: boolean }) {
  if (tokenState(token, now) === 'revoked') return null
  if (token.revokedAt !== null)
    return <div className={classes.small}>{text.endsAt(formatMoment(token.revokedAt))}</div>
  if (isReplaced) return <div className={classes.small}>{text.replaced}</div>
  return token.rotatedFrom === null ? null : <div className={classes.small}>{text.newer}</div>
}

function Expiry({ token, now }: { token: Token; now: number }) {
  if (token.expiresAt === null) return words.parts.never
  const isSoon = tokenState(token, now) === 'expiring'
  return (
    <>
      <time dateTime={formatUtc(token.expiresAt)} title={formatUtc(token.expiresAt)}>
        {formatDay(token.expiresAt)}
      </time>
      {isSoon && <div className={classes.small}>{text.expiresIn(daysUntil(token.expiresAt, now))}</div>}
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
