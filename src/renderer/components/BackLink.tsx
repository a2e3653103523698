import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'

export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Anchor
      href={href}
      size="xs"
      c="dimmed"
      underline="hover"
      display="inline-flex"
      mb={4}
      style={{ alignItems: 'center', gap: 4 }}
    >
      <IconArrowLeft size={13} aria-hidden />
      {label}
    </Anchor>
  )
}
