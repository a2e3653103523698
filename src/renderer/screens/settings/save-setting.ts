import { notifications } from '@mantine/notifications'
import type { Settings } from '../../../shared/settings'
import { problemOf } from '../../hooks/useCall'
import { words } from '../../i18n'
import { announce } from '../../stores/announcer'
import { changeSettings } from '../../stores/settings'

/** Saves at once; a refusal is told where no field can show it. */
export async function saveSetting(some: Partial<Settings>) {
  try {
    await changeSettings(some)
    announce(words.settings.saved)
  } catch (error) {
    notifications.show({ color: 'red', title: words.settings.failed, message: problemOf(error).message })
  }
}
