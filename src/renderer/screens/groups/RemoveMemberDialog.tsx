import type { Named } from '../../../shared/scim'
import { client } from '../../bridge'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { tellEdit } from '../../hooks/told-edit'
import { words } from '../../i18n'

interface Props {
  groupId: string
  name: string
  member: Named
  onClose: () => void
}

const text = words.membership.remove

export function RemoveMemberDialog({ groupId, name, member, onClose }: Props) {
  const ids = { id: groupId, memberId: member.id }

  const remove = async () => {
    const edited = await client.groups.removeMember(ids)
    if (edited.hasChange) tellEdit(text.done(member.name, name), edited, () => client.groups.addMember(ids))
  }

  return (
    <ConfirmDialog
      title={text.title(member.name, name)}
      text={text.text(member.name)}
      warning={words.saving.drift}
      yes={text.yes}
      isDangerous
      onConfirm={remove}
      onClose={onClose}
    />
  )
}
