import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Workspace } from '../../../../shared/workspace'
import { ConfirmDialog } from '../../../components/ConfirmDialog'
import { COLOUR_CODES } from '../../../components/workspace-colours'
import { problemOf } from '../../../hooks/useCall'
import { words } from '../../../i18n'
import { alterWorkspaces, nameOfWorkspace, switchWorkspace, useWorkspaces } from '../../../stores/workspaces'
import { Field } from '../search'
import { Section } from '../Section'
import classes from '../Settings.module.css'
import { WorkspaceDialog, type Editing } from './WorkspaceDialog'

const text = words.workspaces

type Asking = { kind: 'nothing' } | Editing | { kind: 'remove'; workspace: Workspace }
const NOTHING: Asking = { kind: 'nothing' }

export function WorkspacesSection() {
  const { state } = useWorkspaces()
  const [asking, setAsking] = useState<Asking>(NOTHING)
  const close = () => setAsking(NOTHING)

  return (
    <Section id="workspaces" title={text.title}>
      <Field words={[text.hint, text.create, text.adopt]}>
        <p className={classes.hint}>{text.hint}</p>
        {state === null ? (
          <Text c="dimmed">{text.notAvailable}</Text>
        ) : (
          <>
            <Table aria-label={text.table} verticalSpacing={8} className={classes.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{text.columns.name}</Table.Th>
                  <Table.Th>{text.columns.folder}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{text.columns.actions}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {state.workspaces.map(workspace => (
                  <WorkspaceRow
                    key={workspace.id}
                    workspace={workspace}
                    isOpen={workspace.id === state.currentId}
                    onEdit={() => setAsking({ kind: 'edit', workspace })}
                    onRemove={() => setAsking({ kind: 'remove', workspace })}
                  />
                ))}
              </Table.Tbody>
            </Table>
            <Group mt="md">
              <Button onClick={() => setAsking({ kind: 'create' })}>{text.create}</Button>
              <Button variant="default" onClick={() => setAsking({ kind: 'adopt' })}>
                {text.adopt}
              </Button>
            </Group>
          </>
        )}
        {asking.kind === 'remove' && (
          <ConfirmDialog
            title={text.removing.title(nameOfWorkspace(asking.workspace))}
            text={text.removing.text(asking.workspace.folder)}
            yes={text.removing.yes}
            onConfirm={() => alterWorkspaces({ kind: 'remove', id: asking.workspace.id })}
            onClose={close}
          />
        )}
        {asking.kind !== 'nothing' && asking.kind !== 'remove' && (
          <WorkspaceDialog editing={asking} onClose={close} />
        )}
      </Field>
    </Section>
  )
}

interface RowProps {
  workspace: Workspace
  isOpen: boolean
  onEdit: () => void
  onRemove: () => void
}

function WorkspaceRow({ workspace, isOpen, onEdit, onRemove }: RowProps) {
  const name = nameOfWorkspace(workspace)
  const open = () => {
    switchWorkspace(workspace.id).catch((error: unknown) =>
      notifications.show({ color: 'red', title: text.notOpened, message: problemOf(error).message })
    )
  }
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.named}>
          <span className={classes.dot} style={{ background: COLOUR_CODES[workspace.colour] }} />
          {name}
        </span>
        <div className={classes.small}>{text.dialog.colours[workspace.colour]}</div>
      </Table.Td>
      <Table.Td className={classes.mono}>{workspace.folder}</Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {isOpen ? (
            <Text size="sm" fw={600} c="var(--ok)">
              {text.current}
            </Text>
          ) : (
            <Button size="compact-sm" variant="default" aria-label={text.openNamed(name)} onClick={open}>
              {text.open}
            </Button>
          )}
          <Button size="compact-sm" variant="default" aria-label={text.editNamed(name)} onClick={onEdit}>
            {text.edit}
          </Button>
          {!workspace.isHome && !isOpen && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.removeNamed(name)}
              onClick={onRemove}
            >
              {text.remove}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
