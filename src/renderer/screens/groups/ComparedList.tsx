import { Title } from '@mantine/core'
import { useId } from 'react'
import type { ComparedPart, Comparison, MemberKind } from '../../../shared/directory-views'
import { client } from '../../bridge'
import { PagedTable } from '../../components/PagedTable'
import { userNameColumn } from '../../components/resource-columns'
import type { TableColumn } from '../../components/VirtualTable'
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
const { columns } = words.groups.detail

const COLUMNS: TableColumn<Row, never>[] = [
  {
    key: 'member',
    header: columns.member,
    track: 'minmax(110px, 1fr)',
    cell: row => <PersonName member={row.member} isDeleted={row.isDeleted} />
  },
  userNameColumn('minmax(90px, 1fr)')
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
      <PagedTable
        label={title}
        columns={COLUMNS}
        pages={pages}
        failed={text.failed}
        nobody={<p className={classes.nobody}>{text.nobody}</p>}
      />
    </section>
  )
}
