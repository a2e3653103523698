import { Group, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import type { SettingName } from '../../../shared/settings'
import { ResetButton } from './ResetButton'
import { SectionTitle } from './search'
import classes from './Settings.module.css'

interface Props {
  /** In the address: `#/settings/backups`. */
  id: string
  title: string
  /** What Reset puts back to its default. */
  resets?: SettingName[]
  children: ReactNode
}

/** A part of the screen. While somebody looks for a setting, sections without a field that is found are not shown. */
export function Section({ id, title, resets = [], children }: Props) {
  const heading = useId()
  return (
    <section className={classes.section} aria-labelledby={heading} data-section={id}>
      <Group justify="space-between" wrap="nowrap" className={classes.head}>
        <Title order={2} id={heading} className={classes.title} tabIndex={-1}>
          {title}
        </Title>
        <ResetButton section={title} names={resets} />
      </Group>
      <SectionTitle value={title}>{children}</SectionTitle>
    </section>
  )
}
