import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import type { ActivityInterval, OutcomeWord } from '../../../shared/exchange'
import { words } from '../../i18n'
import { formatClock, formatMinute } from '../../i18n/format'
import { loadActivity, useActivity } from '../../stores/activity'
import { useLog } from '../../stores/log'
import classes from './Timeline.module.css'

const text = words.log.timeline
const HEIGHT = 40
/** From the bottom of a bar to its top. */
const STACK: OutcomeWord[] = ['ok', 'in progress', 'interrupted', 'refused', 'failed']
/** A shorter time is told with its seconds. */
const SHORT_MS = 600_000
/** Fewer would be columns, not a time. */
const LEAST_BARS = 40

interface Brush {
  from: number
  to: number
}

/** How much came when, of what is shown. Dragging over it keeps only that time. */
export function Timeline({ onSelect }: { onSelect: (from: number, to: number) => void }) {
  const { intervalMs, intervals } = useActivity()
  const asked = useLog(state => state.filter.asked)
  const isReady = useLog(state => state.load.kind === 'ready')
  const box = useRef<SVGSVGElement>(null)
  const [brush, setBrush] = useState<Brush | null>(null)
  useEffect(() => {
    if (isReady) loadActivity()
  }, [asked, isReady])

  const span = useMemo(() => spanOf(intervals, intervalMs), [intervals, intervalMs])
  if (intervals.length === 0) return null

  const label = span.count * intervalMs < SHORT_MS ? formatClock : formatMinute
  const highest = Math.max(...intervals.map(totalOf))
  const barAt = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const share = Math.min(0.9999, Math.max(0, (event.clientX - left) / width))
    return Math.floor(share * span.count)
  }
  const finish = () => {
    if (!brush) return
    const [first, last] = [Math.min(brush.from, brush.to), Math.max(brush.from, brush.to)]
    setBrush(null)
    onSelect(span.from + first * intervalMs, span.from + (last + 1) * intervalMs)
  }
  const failed = intervals.reduce((sum, { counts }) => sum + failedIn(counts), 0)
  const total = intervals.reduce((sum, one) => sum + totalOf(one), 0)

  return (
    <div className={classes.timeline}>
      <span className={classes.end}>{label(span.from)}</span>
      <svg
        ref={box}
        className={classes.bars}
        viewBox={`0 0 ${span.count} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${text.label}: ${text.summary(total, failed, span.from, span.from + span.count * intervalMs)}`}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setBrush({ from: barAt(event), to: barAt(event) })
        }}
        onPointerMove={event => brush && setBrush({ ...brush, to: barAt(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setBrush(null)}
      >
        <line x1={0} x2={span.count} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={classes.ground} />
        {intervals.map(interval => (
          <Bar
            key={interval.at}
            interval={interval}
            x={(interval.at - span.from) / intervalMs}
            highest={highest}
          />
        ))}
        {brush && (
          <rect
            className={classes.brush}
            x={Math.min(brush.from, brush.to)}
            width={Math.abs(brush.to - brush.from) + 1}
            y={0}
            height={HEIGHT}
          />
        )}
      </svg>
      <span className={classes.end}>{label(span.from + span.count * intervalMs)}</span>
    </div>
  )
}

function Bar({ interval, x, highest }: { interval: ActivityInterval; x: number; highest: number }) {
  // The root keeps a lone failure visible beside a burst of hundreds.
  const scale = (HEIGHT - 3) / Math.sqrt(highest)
  const total = totalOf(interval)
  const whole = Math.max(3, Math.sqrt(total) * scale)
  let y = HEIGHT
  return (
    <g>
      <title>{text.bar(interval.at, total, failedIn(interval.counts))}</title>
      <rect x={x} y={0} width={1} height={HEIGHT} fill="transparent" />
      {STACK.map(outcome => {
        const count = interval.counts[outcome] ?? 0
        if (count === 0) return null
        const height = Math.max(outcome === 'ok' ? 1 : 3, (whole * count) / total)
        y -= height
        return <rect key={outcome} x={x + 0.12} y={y} width={0.76} height={height} data-outcome={outcome} />
      })}
    </g>
  )
}

function spanOf(intervals: ActivityInterval[], intervalMs: number): { from: number; count: number } {
  const first = intervals[0]?.at ?? 0
  const last = intervals.at(-1)?.at ?? first
  const count = Math.round((last - first) / intervalMs) + 1
  return count >= LEAST_BARS
    ? { from: first, count }
    : { from: last - (LEAST_BARS - 1) * intervalMs, count: LEAST_BARS }
}

const totalOf = ({ counts }: ActivityInterval): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

const failedIn = (counts: ActivityInterval['counts']): number => (counts.failed ?? 0) + (counts.refused ?? 0)
