import { notifications } from '@mantine/notifications'
import type { ServerState } from '../../shared/contract'
import { copyText } from '../components/copy-text'
import { problemOf } from '../hooks/useCall'
import { words } from '../i18n'
import { anywhere } from '../keyboard/keymap'
import { goTo, hrefOf, SCREENS } from '../routes'
import { announce } from '../stores/announcer'
import { togglePresenter } from '../stores/presenter'
import { startServer, stopServer } from '../stores/server'
import { changeSettings } from '../stores/settings'

export interface Command {
  id: string
  label: string
  description?: string
  /** What does the same without the palette. */
  shortcut?: string
  run: () => void
}

const THEMES = ['light', 'dark', 'auto'] as const

/** What the palette offers: screens first, then deeds. */
export function commandsFor(server: ServerState | null, onShortcuts: () => void): Command[] {
  return [
    ...SCREENS.map((screen, index) => ({
      id: screen,
      label: words.shell.goTo(words.shell.screens[screen]),
      shortcut: anywhere.screens.keys[index],
      run: () => goTo(hrefOf(screen))
    })),
    {
      id: 'create-token',
      label: words.tokens.create,
      run: () => goTo(hrefOf('tokens', null, { create: 'yes' }))
    },
    ...(server ? serverCommands(server) : []),
    ...THEMES.map(theme => ({
      id: theme,
      label: words.shell.theme[theme],
      run: () => told(changeSettings({ 'appearance.theme': theme }))
    })),
    {
      id: 'presenter',
      label: words.log.deeds.presenter,
      shortcut: anywhere.presenter.keys[0],
      run: togglePresenter
    },
    { id: 'shortcuts', label: words.shell.shortcuts, shortcut: anywhere.shortcuts.keys[0], run: onShortcuts }
  ]
}

const serverCommands = (server: ServerState): Command[] => [
  {
    id: 'copy-tenant-url',
    label: words.shell.copyTenantUrl,
    description: server.tenantUrl,
    run: () => told(copyText(server.tenantUrl).then(() => announce(words.parts.copied)))
  },
  server.state === 'running'
    ? { id: 'stop', label: words.shell.stop, description: words.shell.stopWhy, run: () => told(stopServer()) }
    : { id: 'start', label: words.shell.start, run: () => told(startServer()) }
]

/** The palette is gone when the answer comes, so a failure is told in a toast. */
function told(deed: Promise<unknown>) {
  deed.catch((error: unknown) =>
    notifications.show({ color: 'red', title: words.shell.commandFailed, message: problemOf(error).message })
  )
}
