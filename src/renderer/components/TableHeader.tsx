import { VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { words } from '../i18n'
import type { TableColumn } from './VirtualTable'
import classes from './VirtualTable.module.css'

interface Props<Row, Sort extends string> {
  column: TableColumn<Row, Sort>
  sorted: { by: Sort; isDescending: boolean } | undefined
  onSort: ((by: Sort) => void) | undefined
}

/** A column's head; where the list can be sorted by it, a button that says how it is sorted. */
export function TableHeader<Row, Sort extends string>({ column, sorted, onSort }: Props<Row, Sort>) {
  const { sort, header, isNumber } = column
  if (sort === undefined || !onSort)
    return (
      <div role="columnheader" data-number={isNumber || undefined}>
        {header}
      </div>
    )
  const direction = sorted?.by !== sort ? 'none' : sorted.isDescending ? 'descending' : 'ascending'
  const Icon = direction === 'descending' ? IconChevronDown : IconChevronUp
  return (
    <div role="columnheader" aria-sort={direction} data-number={isNumber || undefined}>
      <button
        type="button"
        className={classes.sort}
        data-sorted={direction !== 'none' || undefined}
        onClick={() => onSort(sort)}
      >
        {header}
        <Icon size={13} aria-hidden className={classes.chevron} />
        {direction !== 'none' && <VisuallyHidden>{words.parts[SORT_WORDS[direction]]}</VisuallyHidden>}
      </button>
    </div>
  )
}

const SORT_WORDS = { ascending: 'sortedAscending', descending: 'sortedDescending' } as const
