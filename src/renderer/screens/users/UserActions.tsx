import { Button } from '@mantine/core'
import { IconTrash, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { UserDetail } from '../../../shared/directory-views'
import { client } from '../../bridge'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { tellEdit } from '../../hooks/told-edit'
import { words } from '../../i18n'

const text = words.users.edit

/** Disable, enable, delete: by hand, and said to be so. */
export function UserActions({ user, name }: { user: UserDetail; name: string }) {
  const [asked, setAsked] = useState<'active' | 'remove' | null>(null)
  const isActive = user.resource.active !== false
  const { id } = user

  const setActive = async () => {
    const edited = await client.users.setActive({ id, isActive: !isActive })
    if (!edited.hasChange) return
    tellEdit(isActive ? text.disabled(name) : text.enabled(name), edited, () =>
      client.users.setActive({ id, isActive })
    )
  }
  const remove = async () => tellEdit(text.removed(name), await client.users.remove({ id }))

  return (
    <>
      <Button
        variant="default"
        leftSection={
          isActive ? <IconUserOff size={14} aria-hidden /> : <IconUserCheck size={14} aria-hidden />
        }
        onClick={() => setAsked('active')}
      >
        {isActive ? text.disable : text.enable}
      </Button>
      <Button
        variant="default"
        c="var(--failed)"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => setAsked('remove')}
      >
        {text.remove}
      </Button>
      {asked === 'active' && (
        <ConfirmDialog
          title={isActive ? text.disableTitle(name) : text.enableTitle(name)}
          text={isActive ? text.disableText(name) : text.enableText(name)}
          warning={words.saving.drift}
          yes={isActive ? text.disable : text.enable}
          onConfirm={setActive}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'remove' && (
        <ConfirmDialog
          title={text.removeTitle(name)}
          text={text.removeText(name, user.groups.filter(group => group.isDirect).length)}
          warning={words.saving.drift}
          yes={text.remove}
          isDangerous
          onConfirm={remove}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
