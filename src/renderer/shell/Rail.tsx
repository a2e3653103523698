import { NavLink, VisuallyHidden } from '@mantine/core'
import {
  IconActivity,
  IconChecks,
  IconCircleCheckFilled,
  IconKey,
  IconPlayerPlay,
  IconSettings,
  IconUser,
  IconUsers
} from '@tabler/icons-react'
import { words } from '../i18n'
import { formatNumber } from '../i18n/format'
import { hrefOf, railOrder, useRoute, type Screen } from '../routes'
import { useDirectory } from '../stores/directory'
import { useSetup } from '../stores/setup'
import classes from './Shell.module.css'

const ICONS: Record<Screen, typeof IconKey> = {
  setup: IconChecks,
  log: IconActivity,
  users: IconUser,
  groups: IconUsers,
  tokens: IconKey,
  simulator: IconPlayerPlay,
  settings: IconSettings
}

export function Rail() {
  const { screen: current } = useRoute()
  const counts = useDirectory(state => state.counts)
  const setup = useSetup(state => state.setup)
  const isSetUp = setup !== null && setup.doneCount === setup.steps.length
  const countOf: Partial<Record<Screen, number>> = { users: counts?.users, groups: counts?.groups }

  return (
    <nav aria-label={words.shell.navigation}>
      {railOrder(isSetUp).map(screen => {
        const Icon = ICONS[screen]
        const count = countOf[screen]
        return (
          <NavLink
            key={screen}
            href={hrefOf(screen)}
            label={words.shell.screens[screen]}
            title={words.shell.screens[screen]}
            leftSection={<Icon size={17} stroke={1.7} aria-hidden />}
            rightSection={
              screen === 'setup' && setup ? (
                <SetupProgress done={setup.doneCount} of={setup.steps.length} />
              ) : count ? (
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

function SetupProgress({ done, of }: { done: number; of: number }) {
  if (done === of) {
    return (
      <>
        <IconCircleCheckFilled size={16} className={classes.tick} aria-hidden />
        <VisuallyHidden>{words.shell.setupDone}</VisuallyHidden>
      </>
    )
  }
  return (
    <span className={classes.count} aria-hidden>
      {done}/{of}
    </span>
  )
}
