import { NavLink } from '@mantine/core'
import { IconActivity, IconKey, IconSettings, IconUser, IconUsers } from '@tabler/icons-react'
import { words } from '../i18n'
import { formatNumber } from '../i18n/format'
import { hrefOf, SCREENS, useRoute, type Screen } from '../routes'
import { useDirectory } from '../stores/directory'
import classes from './Shell.module.css'

const ICONS: Record<Screen, typeof IconKey> = {
  log: IconActivity,
  users: IconUser,
  groups: IconUsers,
  tokens: IconKey,
  settings: IconSettings
}

export function Rail() {
  const { screen: current } = useRoute()
  const counts = useDirectory(state => state.counts)
  const countOf: Partial<Record<Screen, number>> = { users: counts?.users, groups: counts?.groups }

  return (
    <nav aria-label={words.shell.navigation}>
      {SCREENS.map(screen => {
        const Icon = ICONS[screen]
        const count = countOf[screen]
        return (
          <NavLink
            key={screen}
            href={hrefOf(screen)}
            label={words.shell.screens[screen]}
            leftSection={<Icon size={17} stroke={1.7} aria-hidden />}
            rightSection={
              count ? (
                <span className={classes.count} aria-hidden>
                  {formatNumber(count)}
                </span>
              ) : null
            }
            active={screen === current}
            aria-current={screen === current ? 'page' : undefined}
            classNames={{ root: classes.link }}
          />
        )
      })}
    </nav>
  )
}
