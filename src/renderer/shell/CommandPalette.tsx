import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { words } from '../i18n'
import { goTo, hrefOf, SCREENS } from '../routes'
import { copyText } from '../components/copy-text'
import { changeSettings } from '../stores/settings'
import { announce } from '../stores/announcer'
import { startServer, stopServer, useServer } from '../stores/server'

interface Props {
  onShortcuts: () => void
}

const THEMES = ['light', 'dark', 'auto'] as const

export function CommandPalette({ onShortcuts }: Props) {
  const server = useServer(state => state.server)

  const actions: SpotlightActionData[] = [
    ...SCREENS.map(screen => ({
      id: screen,
      label: words.shell.goTo(words.shell.screens[screen]),
      onClick: () => goTo(hrefOf(screen))
    })),
    {
      id: 'create',
      label: words.tokens.create,
      onClick: () => goTo(hrefOf('tokens', null, { create: 'yes' }))
    },
    ...(server
      ? [
          {
            id: 'copy',
            label: words.shell.copyTenantUrl,
            description: server.tenantUrl,
            onClick: () => void copyText(server.tenantUrl).then(() => announce(words.parts.copied))
          },
          server.state === 'running'
            ? {
                id: 'stop',
                label: words.shell.stop,
                description: words.shell.stopWhy,
                onClick: () => void stopServer()
              }
            : { id: 'start', label: words.shell.start, onClick: () => void startServer() }
        ]
      : []),
    ...THEMES.map(theme => ({
      id: theme,
      label: words.shell.theme[theme],
      onClick: () => void changeSettings({ 'appearance.theme': theme })
    })),
    { id: 'shortcuts', label: words.shell.shortcuts, onClick: onShortcuts }
  ]

  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      nothingFound={words.shell.paletteEmpty}
      highlightQuery
      radius="lg"
      aria-label={words.shell.palette}
      searchProps={{
        placeholder: words.shell.palettePlaceholder,
        'aria-label': words.shell.palettePlaceholder,
        role: 'combobox',
        'aria-expanded': true,
        'aria-autocomplete': 'list'
      }}
    />
  )
}
