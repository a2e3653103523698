import { SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useState } from 'react'
import { COMPARED_PARTS, MEMBER_KINDS, type ComparedPart } from '../../../shared/directory-views'
import { client } from '../../bridge'
import { Failed } from '../../components/Failed'
import { Loading } from '../../components/Loading'
import { SearchBox } from '../../components/SearchBox'
import { Teach } from '../../components/Teach'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { formatMoment } from '../../i18n/format'
import type { Route } from '../../routes'
import { findGroups } from './choices'
import classes from './Compare.module.css'
import { ComparedList } from './ComparedList'
import { MomentInput } from './MomentInput'
import { ResourcePicker } from './ResourcePicker'

interface Props {
  groupId: string
  name: string
  view: Route['view']
  onView: (view: Route['view']) => void
  revision: number
}

const text = words.membership.compare
const TYPING_MS = 150

/** This group and another, or this one at two moments, as three lists. What is compared stands in the address. */
export function Compare({ groupId, name, view, onView, revision }: Props) {
  const kind = MEMBER_KINDS.find(known => known === view.kind) ?? 'direct'
  const otherId = view.with ?? null
  const leftAsOf = momentIn(view.left)
  const rightAsOf = momentIn(view.right)
  const [search, setSearch] = useState('')
  const [settledSearch] = useDebouncedValue(search, TYPING_MS)
  const other = useCall(
    `compared ${otherId}`,
    async () => (otherId === null ? null : await client.groups.get({ id: otherId })),
    revision
  )
  const otherName =
    other.kind === 'ready' && other.value
      ? String(other.value.resource.displayName ?? otherId)
      : (otherId ?? '')
  const compared = otherId !== null && (otherId !== groupId || leftAsOf !== rightAsOf)
  const question = {
    kind,
    left: { id: groupId, asOf: leftAsOf },
    right: { id: otherId ?? groupId, asOf: rightAsOf }
  }
  const counted = useCall(
    `counts ${JSON.stringify(question)}`,
    () => client.groups.compare({ ...question, part: 'both', limit: 1 }),
    revision
  )

  const show = (changed: Record<string, string | null>) => {
    const all = { kind, with: otherId, left: written(leftAsOf), right: written(rightAsOf), ...changed }
    onView(
      Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null))
    )
  }
  const titles: Record<ComparedPart, string> = {
    left: text.only(named(name, leftAsOf)),
    both: text.both,
    right: text.only(named(otherName, rightAsOf))
  }

  return (
    <>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={text.kind}
          size="sm"
          value={kind}
          onChange={value => show({ kind: value })}
          data={MEMBER_KINDS.map(value => ({ value, label: text[value] }))}
        />
        <MomentInput
          label={text.thisAsOf}
          size="sm"
          at={leftAsOf}
          onChange={at => show({ left: written(at) })}
        />
        <ResourcePicker
          label={text.other}
          size="sm"
          w={230}
          placeholder={text.otherHint}
          nobody={text.noGroup}
          chosen={otherId === null ? null : { type: 'Group', id: otherId, name: otherName }}
          onChoose={chosen => show({ with: chosen?.id ?? null })}
          ask={findGroups}
        />
        <MomentInput
          label={text.otherAsOf}
          size="sm"
          at={rightAsOf}
          onChange={at => show({ right: written(at) })}
        />
        {compared && <SearchBox label={text.search} hint={text.search} value={search} onChange={setSearch} />}
      </div>
      {!compared && (
        <Teach icon={<IconArrowsDiff size={26} aria-hidden />} title={text.choose} text={text.chooseText} />
      )}
      {compared && counted.kind === 'loading' && <Loading />}
      {compared && counted.kind === 'failed' && (
        <Failed title={text.failed} problem={counted.problem} onRetry={counted.retry} />
      )}
      {compared && counted.kind === 'ready' && (
        <div className={classes.lists}>
          {COMPARED_PARTS.map(part => (
            <ComparedList
              key={part}
              title={titles[part]}
              count={counted.value.counts[part]}
              question={{ ...question, part, search: settledSearch }}
              revision={revision}
            />
          ))}
        </div>
      )}
    </>
  )
}

const named = (name: string, at: number | null): string =>
  at === null ? name : text.moment(name, formatMoment(at))
const written = (at: number | null): string | null => (at === null ? null : String(at))
const momentIn = (value: string | undefined): number | null => {
  const at = Number(value)
  return value === undefined || !Number.isSafeInteger(at) ? null : at
}
