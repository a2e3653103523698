import type { RenderTreeNodePayload } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import classes from './Graph.module.css'

/** One line of the tree. Mantine's tree has the keys for unfolding but does not say whether a branch is: that is set here. */
export function Branch({ node, expanded, hasChildren, elementProps }: RenderTreeNodePayload) {
  const line = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const item = line.current?.closest('[role="treeitem"]')
    if (hasChildren) item?.setAttribute('aria-expanded', String(expanded))
    else item?.removeAttribute('aria-expanded')
  }, [expanded, hasChildren])

  return (
    <span {...elementProps} ref={line} className={`${elementProps.className} ${classes.branch}`}>
      {hasChildren && <IconChevronRight size={13} aria-hidden data-expanded={expanded || undefined} />}
      {node.label}
    </span>
  )
}
