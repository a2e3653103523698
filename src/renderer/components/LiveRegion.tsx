import { VisuallyHidden } from '@mantine/core'

interface Props {
  text: string
  count: number
}

/** Says things to screen readers without moving focus. The key makes an equal sentence heard again. */
export function LiveRegion({ text, count }: Props) {
  return (
    <VisuallyHidden role="status" aria-live="polite">
      <span key={count}>{text}</span>
    </VisuallyHidden>
  )
}
