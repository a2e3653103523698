import { useState } from 'react'
import { client } from '../../bridge'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { tellEdit } from '../../hooks/told-edit'
import { words } from '../../i18n'
import { findAnybody } from './choices'
import { ResourcePicker, type Choice } from './ResourcePicker'

interface Props {
  groupId: string
  name: string
  onClose: () => void
}

const text = words.membership.add

export function AddMemberDialog({ groupId, name, onClose }: Props) {
  const [chosen, setChosen] = useState<Choice | null>(null)

  const add = async () => {
    if (!chosen) return
    const edited = await client.groups.addMember({ id: groupId, memberId: chosen.id })
    if (!edited.hasChange) return
    tellEdit(text.done(chosen.name, name), edited, () =>
      client.groups.removeMember({ id: groupId, memberId: chosen.id })
    )
  }

  return (
    <ConfirmDialog
      title={text.title(name)}
      warning={words.saving.drift}
      yes={text.yes}
      isUnready={chosen === null}
      onConfirm={add}
      onClose={onClose}
    >
      <ResourcePicker
        label={text.who}
        placeholder={text.hint}
        nobody={text.nobody}
        chosen={chosen}
        onChoose={setChosen}
        ask={findAnybody}
        data-autofocus
      />
      {chosen && <p>{text.text(chosen.name, name)}</p>}
    </ConfirmDialog>
  )
}
