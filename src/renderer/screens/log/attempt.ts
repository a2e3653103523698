import { notifications } from '@mantine/notifications'
import { problemOf } from '../../hooks/useCall'

/** A deed of one key or click: nothing is said when it worked and shows, and why when it did not. */
export function attempt(deed: Promise<unknown>, title: string) {
  deed.catch((error: unknown) =>
    notifications.show({ color: 'red', title, message: problemOf(error).message })
  )
}
