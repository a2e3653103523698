import { Title } from '@mantine/core'
import { useId } from 'react'
import type { ComparedPart, Comparison, MemberKind } from '../../../shared/directory-views'
import { client } from '../../bridge'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { VirtualTable, type TableColumn } from '../../components/VirtualTable'
import { usePages } from '../../hooks/usePages'
import { words } from '../../i18n'
import { formatNumber } from '../../i18n/format'
import classes from './Compare.module.css'
import { PersonName } from './PersonName'

type Row = Comparison['rows'][number]
type Side = { id: string; asOf: number | null }

interface Props {
  title: string
  /** All of them, whatever is searched for. */
  count: number
  question: { kind: MemberKind; left: Side; right: Side; part: ComparedPart; search: string }
  revision: number
}

const text = words.membership.compare
const { columns, nestedGroup } = words.groups.detail

const COLUMNS: TableColumn<Row, never>[] = [
  {
    key: 'member',
    header: columns.member,
    track: 'minmax(110px, 1fr)',
    cell: row => <PersonName member={row.member} isDeleted={row.isDeleted} />
  },
  {
    key: 'userName',
    header: columns.userName,
    track: 'minmax(90px, 1fr)',
    cell: row => row.userName ?? (row.member.type === 'Group' ? nestedGroup : '')
  }
]

export function ComparedList({ title, count, question, revision }: Props) {
  const heading = useId()
  const pages = usePages(JSON.stringify(question), revision, (offset, limit, signal) =>
    client.groups.compare({ ...question, offset, limit }, { signal })
  )
  return (
    <section className={classes.list} aria-labelledby={heading}>
      <Title order={2} size="h3" id={heading} className={classes.heading}>
        {title} <span className={classes.count}>{formatNumber(count)}</span>
      </Title>
      {pages.state.kind === 'loading' && <Loading />}
      {pages.state.kind === 'failed' && (
        <Failed title={text.failed} problem={pages.state.problem} onRetry={pages.retry} />
      )}
      {pages.state.kind === 'ready' &&
        (pages.matched === 0 ? (
          <p className={classes.nobody}>{text.nobody}</p>
        ) : (
          <VirtualTable
            label={title}
            columns={COLUMNS}
            count={pages.matched}
            rowAt={pages.rowAt}
            onShow={pages.show}
          />
        ))}
    </section>
  )
}
