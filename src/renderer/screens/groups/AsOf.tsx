import { Button, Slider } from '@mantine/core'
import { useThrottledCallback } from '@mantine/hooks'
import { useState } from 'react'
import type { MemberKind } from '../../../shared/directory-views'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { formatMoment } from '../../i18n/format'
import classes from './AsOf.module.css'
import { MomentInput } from './MomentInput'
import { indexAt, toShown } from './moments'

interface Props {
  groupId: string
  kind: MemberKind
  asOf: number | null
  onAsOf: (at: number | null) => void
  revision: number
}

const text = words.membership.asOf
const SLIDING_MS = 120

/** The membership of then: a slider from change to change, and a date and time for any moment between. */
export function AsOf({ groupId, kind, asOf, onAsOf, revision }: Props) {
  const call = useCall(
    `moments ${groupId} ${kind}`,
    () => client.groups.moments({ id: groupId, kind }),
    revision
  )
  const { moments, isCut } = call.kind === 'ready' ? call.value : { moments: [], isCut: false }
  const [sliding, setSliding] = useState<number | null>(null)
  const slideTo = useThrottledCallback(
    (index: number) => onAsOf(index >= moments.length ? null : (moments[index]?.at ?? null)),
    SLIDING_MS
  )
  const index = sliding ?? Math.max(0, indexAt(moments, asOf))
  const labelOf = (at: number) => {
    const moment = moments[at]
    return moment ? formatMoment(moment.at) : text.now
  }
  const shown = asOf === null ? null : moments[indexAt(moments, asOf)]

  return (
    <div className={classes.asOf} role="group" aria-label={text.label}>
      <span className={classes.label}>{text.label}</span>
      <Slider
        className={classes.slider}
        size="sm"
        thumbLabel={text.slider}
        thumbValueText={labelOf}
        min={0}
        max={Math.max(moments.length, 1)}
        step={1}
        label={labelOf}
        value={moments.length === 0 ? 1 : index}
        disabled={moments.length === 0}
        onChange={value => {
          setSliding(value)
          slideTo(value)
        }}
        onChangeEnd={value => {
          setSliding(null)
          onAsOf(value >= moments.length ? null : (moments[value]?.at ?? null))
        }}
      />
      <MomentInput
        // What is seen is part of the name.
        aria-label={text.input(asOf === null ? text.now : toShown(asOf))}
        size="xs"
        at={asOf}
        onChange={onAsOf}
      />
      {asOf !== null && (
        <>
          <Button variant="light" size="compact-sm" onClick={() => onAsOf(null)}>
            {text.toNow}
          </Button>
          <span className={classes.said} role="status">
            {text.at(formatMoment(asOf))}
            {shown && ` · ${text.change(shown.added, shown.removed)}`}
          </span>
        </>
      )}
      {asOf === null && call.kind === 'ready' && moments.length === 0 && (
        <span className={classes.said}>{text.none}</span>
      )}
      {isCut && index === 0 && <span className={classes.said}>{text.cut}</span>}
    </div>
  )
}
