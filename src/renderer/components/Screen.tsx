import { Box, Group, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useContext, useEffect, useRef, type ReactNode } from 'react'
import { WindowName } from './WindowName'
import classes from './Screen.module.css'

interface Props {
  title: string
  /** Beside the heading: counts. */
  aside?: ReactNode
  /** At the right end of the heading. */
  actions?: ReactNode
  /** Above the heading: the way back. */
  back?: ReactNode
  /** Lists fill the window and scroll inside; pages scroll as a whole. */
  isFilling?: boolean
  children: ReactNode
}

/** The frame of every screen. Coming here moves focus to the heading and names the window. */
export function Screen({ title, aside, actions, back, isFilling = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useDocumentTitle(`${title} – ${useContext(WindowName)}`)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  return (
    <Box className={classes.screen} data-filling={isFilling || undefined}>
      <div className={classes.head}>
        {back}
        <Group justify="space-between" wrap="nowrap" mih={30} data-screen-head>
          <Group gap="md" align="baseline" wrap="nowrap" miw={0}>
            <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
              {title}
            </Title>
            {typeof aside === 'string' ? <span className={classes.aside}>{aside}</span> : aside}
          </Group>
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        </Group>
      </div>
      <div className={classes.body}>{children}</div>
    </Box>
  )
}
