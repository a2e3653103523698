import { EmptyState } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  icon: ReactNode
  title: string
  text: string
  /** At most one button. */
  children?: ReactNode
}

/** An empty place that says what belongs here and how it gets here. */
export function Teach({ icon, title, text, children }: Props) {
  return (
    <EmptyState p="xl" maw={520} mx="auto" variant="light" icon={icon} title={title} description={text}>
      {children}
    </EmptyState>
  )
}
