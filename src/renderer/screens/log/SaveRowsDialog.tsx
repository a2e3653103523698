import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { MOST_DECK_STEPS } from '../../../shared/deck'
import { client } from '../../bridge'
import { type DeckSource, SaveDeckDialog } from '../../dialogs/SaveDeckDialog'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { useLog } from '../../stores/log'

const text = words.log.deeds.deck
const PINNED = 'is:pinned'

interface Props {
  /** The first and the last row of a stretch that was marked. */
  stretch: [number, number] | null
  onClose: () => void
}

interface Choice {
  label: string
  count: number
  from: DeckSource
}

/** Makes a deck of rows of the list: what is shown, what is pinned, or a stretch between two rows. */
export function SaveRowsDialog({ stretch, onClose }: Props) {
  const shownCount = useLog(state => (state.revision >= 0 ? state.ids.length : 0))
  const query = useLog(state => state.filter.asked)
  const pinned = useCall('pinned', () => client.log.page({ query: PINNED, before: null, limit: 1 }))
  const [ids] = useState(() => (stretch === null ? [] : between(...stretch)))

  const choices: Record<string, Choice> = {
    ...(stretch !== null && {
      stretch: {
        label: text.stretch(Math.min(...stretch), Math.max(...stretch)),
        count: ids.length,
        from: { ids }
      }
    }),
    shown: { label: query === '' ? text.all : text.shown, count: shownCount, from: { query } },
    ...(pinned.kind === 'ready' && {
      pinned: { label: text.pinned, count: pinned.value.matched, from: { query: PINNED } }
    })
  }
  const [chosen, setChosen] = useState(stretch === null ? 'shown' : 'stretch')
  const { from, count } = choices[chosen] ?? { from: { query }, count: 0 }

  return (
    <SaveDeckDialog
      title={text.title}
      from={from}
      isAny={count > 0 && count <= MOST_DECK_STEPS}
      onClose={onClose}
    >
      <Radio.Group
        label={text.rows}
        value={chosen}
        error={count > MOST_DECK_STEPS ? text.tooMany(MOST_DECK_STEPS) : undefined}
        onChange={setChosen}
      >
        <Stack gap={8} mt={6}>
          {Object.entries(choices).map(([value, { label, count: of }]) => (
            <Radio
              key={value}
              value={value}
              label={label}
              description={words.log.deeds.deck.count(of)}
              disabled={of === 0}
            />
          ))}
        </Stack>
      </Radio.Group>
    </SaveDeckDialog>
  )
}

/** The numbers that are shown from one row to another, both included, in whichever order they were marked. */
function between(a: number, b: number): number[] {
  const { ids } = useLog.getState()
  const [first, last] = [ids.lowerBound(Math.min(a, b)), ids.indexOf(Math.max(a, b))]
  return Array.from({ length: Math.min(MOST_DECK_STEPS + 1, last - first + 1) }, (_, step) =>
    ids.at(first + step)
  ).filter(id => id !== undefined)
}
