import { notifications } from '@mantine/notifications'
import { problemOf } from '../../hooks/useCall'

/** Does what a button asked for; what keeps it from working is told once, as a notice. */
export async function attempt(title: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    notifications.show({ color: 'red', title, message: problemOf(error).message })
  }
}
