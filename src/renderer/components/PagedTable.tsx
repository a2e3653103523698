import type { ComponentProps, ReactNode } from 'react'
import type { Pages } from '../hooks/usePages'
import { Failed } from './Failed'
import { Loading } from './Loading'
import { VirtualTable } from './VirtualTable'

interface Props<Row, Sort extends string> extends Omit<
  ComponentProps<typeof VirtualTable<Row, Sort>>,
  'count' | 'rowAt' | 'onShow'
> {
  pages: Pages<Row>
  /** What is said when the list could not be had. */
  failed: string
  /** In the place of a list without rows. */
  nobody: ReactNode
}

/** A list that comes in pages: on its way, not to be had, without rows, or here. */
export function PagedTable<Row, Sort extends string = never>(props: Props<Row, Sort>) {
  const { pages, failed, nobody, ...table } = props
  if (pages.state.kind === 'failed')
    return <Failed title={failed} problem={pages.state.problem} onRetry={pages.retry} />
  if (pages.state.kind === 'loading' || (pages.matched === 0 && pages.isSearching)) return <Loading />
  if (pages.matched === 0) return nobody
  return <VirtualTable {...table} count={pages.matched} rowAt={pages.rowAt} onShow={pages.show} />
}
