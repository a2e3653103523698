import { Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { SearchBox } from '../../components/SearchBox'
import { words } from '../../i18n'
import { hrefOf, type Route } from '../../routes'
import { useSettings } from '../../stores/settings'
import { AboutSection } from './AboutSection'
import { AppearanceSection } from './AppearanceSection'
import { BackupsSection } from './backups/BackupsSection'
import { DesktopSection } from './DesktopSection'
import { EvidenceSection } from './evidence/EvidenceSection'
import { RetentionSection } from './RetentionSection'
import { SettingsSearch } from './search'
import { ServerSection } from './ServerSection'
import { TunnelSection } from './TunnelSection'
import classes from './Settings.module.css'
import { SettingsFileSection } from './SettingsFileSection'
import { UpdatesSection } from './updates/UpdatesSection'
import { WorkspacesSection } from './workspaces/WorkspacesSection'

const text = words.settingsTools

/** The sections that an address leads to, in their order. */
const SECTIONS = [
  ['server', words.settings.server.title],
  ['tunnel', words.settings.tunnel.title],
  ['appearance', words.settings.appearance.title],
  ['desktop', words.settings.desktop.title],
  ['workspaces', words.workspaces.title],
  ['storage', words.settings.storage.title],
  ['backups', words.backups.title],
  ['evidence', words.evidence.title],
  ['file', text.file.title],
  ['updates', words.updates.title],
  ['about', words.settings.about.title]
] as const

export function SettingsScreen({ route }: { route: Route }) {
  const isLoaded = useSettings(state => state.isLoaded)
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()

  return (
    <Screen
      title={words.settings.title}
      actions={
        <SearchBox label={text.search.label} hint={text.search.label} value={query} onChange={setQuery} />
      }
    >
      {isLoaded ? (
        <SettingsSearch value={wanted}>
          <Sections wanted={wanted} route={route} />
        </SettingsSearch>
      ) : (
        <Loading />
      )}
    </Screen>
  )
}

function Sections({ wanted, route }: { wanted: string; route: Route }) {
  const page = useRef<HTMLDivElement>(null)
  const [isNoneFound, setNoneFound] = useState(false)

  // Fields say themselves whether they are found; here it is only seen whether any did.
  useEffect(() => setNoneFound(page.current?.querySelector('[data-field]') === null), [wanted])

  useEffect(() => {
    const section = route.id && page.current?.querySelector(`[data-section="${CSS.escape(route.id)}"]`)
    if (!section) return
    section.scrollIntoView({ block: 'start' })
    section.querySelector('h2')?.focus({ preventScroll: true })
  }, [route.id])

  return (
    <div className={classes.page} ref={page}>
      <div className={classes.sections} data-searching={wanted !== '' || undefined}>
        <ServerSection />
        <TunnelSection />
        <AppearanceSection />
        <DesktopSection />
        <WorkspacesSection />
        <RetentionSection />
        <BackupsSection />
        <EvidenceSection />
        <SettingsFileSection />
        <UpdatesSection />
        <AboutSection />
        <Text role="status" c="dimmed">
          {wanted !== '' && isNoneFound && text.search.none(wanted)}
        </Text>
      </div>
      {wanted === '' && (
        <nav aria-label={text.sections} className={classes.contents}>
          {SECTIONS.map(([id, title]) => (
            <a key={id} href={hrefOf('settings', id)} aria-current={route.id === id ? 'location' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}
