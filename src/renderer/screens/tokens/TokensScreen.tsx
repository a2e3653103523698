import { Button } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Called } from '../../components/Called'
import { Screen } from '../../components/Screen'
import { Teach } from '../../components/Teach'
import { tokenState, type Token } from '../../../shared/token'
import { client } from '../../bridge'
import { useNow } from '../../hooks/useNow'
import { CreateTokenDialog } from '../../dialogs/CreateTokenDialog'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { goTo, hrefOf, type Route } from '../../routes'
import { useTokensRevision } from '../../stores/tokens'
import { RevokeDialog } from './RevokeDialog'
import { RotateDialog } from './RotateDialog'
import { TokenTable } from './TokenTable'
import classes from './Tokens.module.css'

const text = words.tokens

export function TokensScreen({ route }: { route: Route }) {
  const revision = useTokensRevision(state => state.uses)
  const tokens = useCall('tokens', () => client.tokens.list(), revision)
  const [revoked, setRevoked] = useState<Token | null>(null)
  const [rotated, setRotated] = useState<Token | null>(null)
  const isCreating = route.view.create !== undefined
  const create = () => goTo(hrefOf('tokens', null, { create: 'yes' }))

  return (
    <Screen
      title={text.title}
      aside={tokens.kind === 'ready' && tokens.value.length > 0 && <Usable tokens={tokens.value} />}
      actions={
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={create}>
          {text.create}
        </Button>
      }
    >
      <Called call={tokens} failed={text.failed}>
        {list =>
          list.length === 0 ? (
            <Teach icon={<IconKey size={26} aria-hidden />} title={text.empty.title} text={text.empty.text}>
              <Button onClick={create}>{text.create}</Button>
            </Teach>
          ) : (
            <TokenTable tokens={list} onRotate={setRotated} onRevoke={setRevoked} />
          )
        }
      </Called>
      {isCreating && <CreateTokenDialog onClose={() => goTo(hrefOf('tokens'), { isReplacing: true })} />}
      {rotated && tokens.kind === 'ready' && (
        <RotateDialog
          token={rotated}
          tokens={tokens.value}
          onRevoke={token => {
            setRotated(null)
            setRevoked(token)
          }}
          onClose={() => setRotated(null)}
        />
      )}
      {revoked && <RevokeDialog token={revoked} onClose={() => setRevoked(null)} />}
    </Screen>
  )
}

function Usable({ tokens }: { tokens: Token[] }) {
  const now = useNow(60_000)
  const usable = tokens.filter(token => ['valid', 'expiring'].includes(tokenState(token, now)))
  return <span className={classes.quiet}>{text.usable(usable.length)}</span>
}
