import { CodeHighlightAdapterProvider, createHighlightJsAdapter } from '@mantine/code-highlight'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import hljs from 'highlight.js/lib/core'
import json from 'highlight.js/lib/languages/json'
import plaintext from 'highlight.js/lib/languages/plaintext'
import { useEffect } from 'react'
import { Loading } from './components/Loading'
import { goTo, hrefOf, isHome, useRoute } from './routes'
import { GroupScreen } from './screens/groups/GroupScreen'
import { GroupsScreen } from './screens/groups/GroupsScreen'
import { LogScreen } from './screens/log/LogScreen'
import { SettingsScreen } from './screens/settings/SettingsScreen'
import { SetupScreen } from './screens/setup/SetupScreen'
import { SimulatorScreen } from './screens/simulator/SimulatorScreen'
import { TokensScreen } from './screens/tokens/TokensScreen'
import { UserScreen } from './screens/users/UserScreen'
import { UsersScreen } from './screens/users/UsersScreen'
import { Shell } from './shell/Shell'
import { useSetup } from './stores/setup'
import { cssVariables, theme } from './theme'

hljs.registerLanguage('json', json)
hljs.registerLanguage('plaintext', plaintext)
const highlight = createHighlightJsAdapter(hljs)

interface Props {
  /** The nonce of the page's policy, for the styles that Mantine makes at run time. */
  nonce: string
}

export function App({ nonce }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <CodeHighlightAdapterProvider adapter={highlight}>
        <Notifications position="bottom-right" limit={3} />
        <Shell>
          <CurrentScreen />
        </Shell>
      </CodeHighlightAdapterProvider>
    </MantineProvider>
  )
}

function CurrentScreen() {
  const route = useRoute()
  if (isHome(location.hash)) return <Home />
  switch (route.screen) {
    case 'setup':
      return <SetupScreen />
    case 'log':
      return <LogScreen route={route} />
    case 'users':
      return route.id ? <UserScreen key={route.id} route={route} id={route.id} /> : <UsersScreen />
    case 'groups':
      return route.id ? <GroupScreen key={route.id} route={route} id={route.id} /> : <GroupsScreen />
    case 'tokens':
      return <TokensScreen route={route} />
    case 'simulator':
      return <SimulatorScreen route={route} />
    case 'settings':
      return <SettingsScreen route={route} />
  }
}

/** Setup until somebody has been provisioned, then the live log. */
function Home() {
  const setup = useSetup(state => state.setup)
  useEffect(() => {
    // Somebody may have gone elsewhere in the meantime.
    if (setup && isHome(location.hash)) goTo(hrefOf(setup.isHome ? 'setup' : 'log'), { isReplacing: true })
  }, [setup])
  return <Loading />
}
