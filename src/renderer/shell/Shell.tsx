import { AppShell } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import type { ReactNode } from 'react'
import { LiveRegion } from '../components/LiveRegion'
import { WindowName } from '../components/WindowName'
import { words } from '../i18n'
import { anywhere } from '../keyboard/keymap'
import { useShortcuts } from '../keyboard/useShortcuts'
import { goTo, hrefOf, railOrder } from '../routes'
import { useAnnouncer } from '../stores/announcer'
import { togglePresenter, usePresenter } from '../stores/presenter'
import { useServer } from '../stores/server'
import { useSetup } from '../stores/setup'
import { nameOfWorkspace, openWorkspace, useWorkspaces } from '../stores/workspaces'
import { CommandPalette } from './CommandPalette'
import { Header } from './Header'
import { Locked } from './Locked'
import { NotListening } from './NotListening'
import { PortTaken } from './PortTaken'
import { Rail } from './Rail'
import classes from './Shell.module.css'
import { ShortcutList } from './ShortcutList'
import { StatusLine } from './StatusLine'
import { useThemeSetting } from './useThemeSetting'

/** What surrounds every screen. */
export function Shell({ children }: { children: ReactNode }) {
  const [isListOpen, list] = useDisclosure(false)
  const announcement = useAnnouncer()
  const isLocked = useServer(state => state.connection === 'locked')
  const isSetUp = useSetup(({ setup }) => setup !== null && setup.doneCount === setup.steps.length)
  const isPresenting = usePresenter(state => state.isOn)
  const windowName = useWindowName()
  useThemeSetting()
  useShortcuts(anywhere, {
    palette: spotlight.toggle,
    settings: () => goTo(hrefOf('settings')),
    presenter: togglePresenter,
    shortcuts: list.toggle,
    screens: event => {
      const screen = railOrder(isSetUp)[Number(event.key) - 1]
      if (screen) goTo(hrefOf(screen))
    }
  })

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: isPresenting ? 56 : { base: 56, md: 196 }, breakpoint: 0 }}
      footer={{ height: 30 }}
      transitionDuration={0}
      classNames={{
        header: classes.header,
        navbar: classes.rail,
        main: classes.main,
        footer: classes.footer
      }}
    >
      <AppShell.Header>
        <Header />
      </AppShell.Header>
      <AppShell.Navbar withBorder={false} component="div" data-rail>
        <Rail />
      </AppShell.Navbar>
      <AppShell.Main data-main>
        <div className={classes.surface} data-surface>
          <NotListening />
          <WindowName value={windowName}>{isLocked ? <Locked /> : children}</WindowName>
        </div>
      </AppShell.Main>
      <AppShell.Footer>
        <StatusLine />
      </AppShell.Footer>
      <CommandPalette onShortcuts={list.open} />
      <ShortcutList isOpen={isListOpen} onClose={list.close} />
      <PortTaken />
      <LiveRegion {...announcement} />
    </AppShell>
  )
}

/** With the workspace's name once there is more than one to confuse. */
function useWindowName(): string {
  const { state } = useWorkspaces()
  const current = openWorkspace({ state })
  if (!state || !current || state.workspaces.length < 2) return words.product
  return `${nameOfWorkspace(current)} – ${words.product}`
}
