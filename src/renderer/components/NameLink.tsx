import { Anchor } from '@mantine/core'
import type { Named } from '../../shared/scim'
import { words } from '../i18n'
import { hrefOf } from '../routes'

interface Props {
  named: Named
}

/** A user or group by name, leading to its page. Other types have no page and stay words. */
export function NameLink({ named }: Props) {
  const screen = named.type === 'User' ? 'users' : named.type === 'Group' ? 'groups' : null
  const name = named.name || words.parts.unnamed
  if (!screen || !named.id) return <strong>{name}</strong>
  return (
    <Anchor
      href={hrefOf(screen, named.id)}
      onClick={event => event.stopPropagation()}
      inherit
      fw={600}
      underline="hover"
    >
      {name}
    </Anchor>
  )
}
