import { useState, type PointerEvent } from 'react'
import { words } from '../../i18n'
import { changeSettings, useSetting } from '../../stores/settings'
import { attempt } from './attempt'
import { withChoice, type Column } from './columns'
import classes from './Log.module.css'

const NARROWEST = 40

/** A column's name; its right edge can be dragged. The sentence takes what is left. */
export function HeaderCell({ column: { key } }: { column: Column }) {
  const chosen = useSetting('log.columns')
  const [drag, setDrag] = useState<{ startX: number; width: number; now: number } | null>(null)

  const begin = (event: PointerEvent<HTMLElement>) => {
    const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ startX: event.clientX, width, now: width })
  }
  const finish = () => {
    if (drag && drag.now !== drag.width) {
      const choice = { isShown: true, width: Math.round(drag.now) }
      attempt(changeSettings({ 'log.columns': withChoice(chosen, key, choice) }), words.log.deeds.notDone)
    }
    setDrag(null)
  }

  return (
    <div role="columnheader" data-key={key} className={classes.headerCell}>
      <span>{words.log.columns[key]}</span>
      {key !== 'sentence' && (
        <span
          className={classes.edge}
          aria-hidden
          data-dragging={drag ? true : undefined}
          style={drag ? { transform: `translateX(${drag.now - drag.width}px)` } : undefined}
          onPointerDown={begin}
          onPointerMove={event =>
            drag && setDrag({ ...drag, now: Math.max(NARROWEST, drag.width + event.clientX - drag.startX) })
          }
          onPointerUp={finish}
          onPointerCancel={() => setDrag(null)}
        />
      )}
    </div>
  )
}
