import { IconLock } from '@tabler/icons-react'
import { Teach } from '../components/Teach'
import { words } from '../i18n'

/** A browser without a session sees nothing of the directory, and is told how to get one. */
export function Locked() {
  return (
    <Teach
      icon={<IconLock size={26} aria-hidden />}
      title={words.shell.locked.title}
      text={words.shell.locked.text}
    />
  )
}
