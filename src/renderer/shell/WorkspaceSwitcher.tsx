import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import type { Workspace } from '../../shared/workspace'
import { COLOUR_CODES } from '../components/workspace-colours'
import { problemOf } from '../hooks/useCall'
import { words } from '../i18n'
import lantern from '../lantern.svg'
import { goTo, hrefOf } from '../routes'
import { announce } from '../stores/announcer'
import { nameOfWorkspace, openWorkspace, switchWorkspace, useWorkspaces } from '../stores/workspaces'
import classes from './Workspace.module.css'

const text = words.workspaces

/** Whose directory this is: always in sight, and the way to another. In a browser there is only the product's name. */
export function WorkspaceSwitcher() {
  const { state } = useWorkspaces()
  const current = openWorkspace({ state })
  if (!state || !current) return <Brand />

  const open = (one: Workspace) => {
    if (one.id === current.id) return
    announce(text.opening(nameOfWorkspace(one)))
    switchWorkspace(one.id).catch((error: unknown) =>
      notifications.show({ color: 'red', title: text.notOpened, message: problemOf(error).message })
    )
  }

  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.switcher} data-workspaces>
          <Brand name={nameOfWorkspace(current)} />
          <IconSelector size={15} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {state.workspaces.map(one => (
          <Menu.Item
            key={one.id}
            onClick={() => open(one)}
            leftSection={<span className={classes.dot} style={{ background: COLOUR_CODES[one.colour] }} />}
            rightSection={one.id === current.id && <IconCheck size={15} aria-label={text.current} />}
          >
            {nameOfWorkspace(one)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => goTo(hrefOf('settings', 'workspaces'))}>{text.manage}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Brand({ name }: { name?: string }) {
  return (
    <span className={classes.brand} data-brand={name === undefined || undefined}>
      <img src={lantern} alt="" />
      <span className={classes.names}>
        <span className={classes.product}>{words.product}</span>
        {name !== undefined && (
          <span className={classes.name}>
            <VisuallyHidden>{text.is}</VisuallyHidden> {name}
          </span>
        )}
      </span>
    </span>
  )
}

/** A stripe of the workspace's colour along the whole window, once there is more than one to confuse. */
export function WorkspaceStripe() {
  const { state } = useWorkspaces()
  const current = openWorkspace({ state })
  if (!state || !current || state.workspaces.length < 2) return null
  return (
    <div
      className={classes.stripe}
      role="img"
      aria-label={`${text.switcher(nameOfWorkspace(current))}, ${text.dialog.colours[current.colour]}`}
      style={{ background: COLOUR_CODES[current.colour] }}
    />
  )
}
