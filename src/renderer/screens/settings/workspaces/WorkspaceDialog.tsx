import { ColorSwatch, NumberInput, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { WORKSPACE_COLOURS, type Workspace, type WorkspaceColour } from '../../../../shared/workspace'
import { ConfirmDialog } from '../../../components/ConfirmDialog'
import { COLOUR_CODES } from '../../../components/workspace-colours'
import { words } from '../../../i18n'
import { useSetting } from '../../../stores/settings'
import { alterWorkspaces, nameOfWorkspace, useWorkspaces } from '../../../stores/workspaces'
import classes from '../Settings.module.css'

const text = words.workspaces.dialog

export type Editing = { kind: 'create' | 'adopt' } | { kind: 'edit'; workspace: Workspace }

interface Props {
  editing: Editing
  onClose: () => void
}

export function WorkspaceDialog({ editing, onClose }: Props) {
  const { state } = useWorkspaces()
  const others = state?.workspaces ?? []
  const edited = editing.kind === 'edit' ? editing.workspace : null
  const [name, setName] = useState(edited ? nameOfWorkspace(edited) : '')
  const [colour, setColour] = useState<WorkspaceColour>(edited?.colour ?? firstFree(others))
  const ownPort = useSetting('server.port')
  const [port, setPort] = useState<number | string>(ownPort + others.length)

  const save = () => {
    if (edited) return alterWorkspaces({ kind: 'change', id: edited.id, name, colour })
    return editing.kind === 'adopt'
      ? alterWorkspaces({ kind: 'adopt', name, colour })
      : alterWorkspaces({ kind: 'create', name, colour, port: Number(port) })
  }

  return (
    <ConfirmDialog
      title={
        edited ? text.edit(nameOfWorkspace(edited)) : editing.kind === 'adopt' ? text.adopt : text.create
      }
      yes={edited ? text.save : editing.kind === 'adopt' ? text.choose : text.make}
      isUnready={name.trim() === ''}
      onConfirm={save}
      onClose={onClose}
    >
      <TextInput
        label={text.name}
        placeholder={text.nameHint}
        value={name}
        maxLength={40}
        data-autofocus
        onChange={event => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={text.colour}
        mt="md"
        value={colour}
        onChange={value => setColour(WORKSPACE_COLOURS.find(one => one === value) ?? colour)}
      >
        <div className={classes.swatches}>
          {WORKSPACE_COLOURS.map(one => (
            <Radio
              key={one}
              value={one}
              label={
                <span className={classes.named}>
                  <ColorSwatch color={COLOUR_CODES[one]} size={14} withShadow={false} aria-hidden />
                  {text.colours[one]}
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      {editing.kind === 'create' && (
        <NumberInput
          label={text.port}
          description={text.portHint}
          mt="md"
          value={port}
          min={0}
          max={65535}
          allowDecimal={false}
          hideControls
          onChange={setPort}
        />
      )}
    </ConfirmDialog>
  )
}

const firstFree = (others: Workspace[]): WorkspaceColour =>
  WORKSPACE_COLOURS.find(one => others.every(({ colour }) => colour !== one)) ?? WORKSPACE_COLOURS[0]
