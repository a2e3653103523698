import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { words } from '../../i18n'
import { useSettings } from '../../stores/settings'
import { AboutSection } from './AboutSection'
import { AppearanceSection } from './AppearanceSection'
import { BackupsSection } from './backups/BackupsSection'
import { DesktopSection } from './DesktopSection'
import { EvidenceSection } from './evidence/EvidenceSection'
import { RetentionSection } from './RetentionSection'
import { ServerSection } from './ServerSection'
import classes from './Settings.module.css'

export function SettingsScreen() {
  const isLoaded = useSettings(state => state.isLoaded)
  return (
    <Screen title={words.settings.title}>
      {isLoaded ? (
        <div className={classes.sections}>
          <ServerSection />
          <AppearanceSection />
          <DesktopSection />
          <RetentionSection />
          <BackupsSection />
          <EvidenceSection />
          <AboutSection />
        </div>
      ) : (
        <Loading />
      )}
    </Screen>
  )
}
