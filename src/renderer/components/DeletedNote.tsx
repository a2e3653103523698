import { Alert, Anchor } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Deletion } from '../../shared/directory-views'
import { words } from '../i18n'
import { formatMoment } from '../i18n/format'
import { hrefOf } from '../routes'

/** "Deleted by #1042 at …": what is gone is shown as it was last, never as an error. */
export function DeletedNote({ deletion: { at, exchangeId } }: { deletion: Deletion }) {
  const text = words.users.detail
  return (
    <Alert color="red" icon={<IconTrash size={18} aria-hidden />} mb="md">
      {exchangeId === null ? (
        text.deletedByYou
      ) : (
        <>
          {text.deletedBy}{' '}
          <Anchor inherit href={hrefOf('log', exchangeId)} ff="monospace">
            #{exchangeId}
          </Anchor>
        </>
      )}{' '}
      {text.deletedAt(formatMoment(at))}
    </Alert>
  )
}
