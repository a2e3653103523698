import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Edited } from '../../shared/directory-contract'
import { words } from '../i18n'
import { problemOf } from './useCall'

const UNDO_MS = 10_000

/** Says what an edit did, with the way back where there is one. */
export function tellEdit(sentence: string, { exchangeId }: Edited, undo?: () => Promise<unknown>) {
  const id = `edit ${exchangeId}`
  const takeBack = () => {
    notifications.hide(id)
    undo?.().then(
      () => notifications.show({ message: words.saving.undone }),
      (error: unknown) =>
        notifications.show({ color: 'red', title: words.saving.notUndone, message: problemOf(error).message })
    )
  }
  notifications.show({
    id,
    autoClose: UNDO_MS,
    title: sentence,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{words.saving.logged(exchangeId)}</span>
        {undo && (
          <Button size="compact-xs" variant="default" onClick={takeBack}>
            {words.saving.undo}
          </Button>
        )}
      </Group>
    )
  })
}
