import { Center, Loader } from '@mantine/core'
import { words } from '../i18n'

export function Loading() {
  return (
    <Center p="xl" role="status" aria-label={words.parts.loading}>
      <Loader size="sm" />
    </Center>
  )
}
