import { Button, EmptyState } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { Problem } from '../hooks/useCall'
import { words } from '../i18n'

interface Props {
  title: string
  problem: Problem
  onRetry: () => void
}

/** Something could not be had. Never drawn as "empty". */
export function Failed({ title, problem, onRetry }: Props) {
  return (
    <EmptyState
      role="alert"
      p="xl"
      variant="light"
      color="red"
      icon={<IconPlugConnectedX size={26} aria-hidden />}
      title={title}
      description={problem.message}
    >
      <Button variant="default" onClick={onRetry}>
        {words.parts.tryAgain}
      </Button>
    </EmptyState>
  )
}
