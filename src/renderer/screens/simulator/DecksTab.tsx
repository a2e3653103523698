import { Button, FileButton, Group, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { DECK_SPEEDS, type DeckSpeed } from '../../../shared/deck'
import { Called } from '../../components/Called'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { attempt } from './attempt'
import { DeckItem } from './DeckItem'
import { DeckOrderDialog } from './DeckOrderDialog'
import { RecordDeckDialog } from './RecordDeckDialog'
import classes from './Simulator.module.css'

const text = words.simulator.decks

export function DecksTab() {
  const [revision, setRevision] = useState(0)
  const [speed, setSpeed] = useState<DeckSpeed>(10)
  const [open, setOpen] = useState<{ kind: 'none' | 'record' } | { kind: 'order'; id: string }>({
    kind: 'none'
  })
  const forgetFile = useRef<() => void>(null)
  const decks = useCall('decks', () => client.decks.list(), revision)
  const reload = () => setRevision(before => before + 1)
  const close = () => {
    setOpen({ kind: 'none' })
    reload()
  }
  const take = async (file: File | null) => {
    if (!file) return
    await attempt(text.notImported, async () => {
      const { name, stepCount } = await client.decks.imported({ text: await file.text() })
      notifications.show({ message: text.imported(name, stepCount) })
    })
    // The same file may be chosen again once it was mended.
    forgetFile.current?.()
    reload()
  }

  return (
    <>
      <Group mb="md">
        <SegmentedControl
          aria-label={text.speed}
          data={DECK_SPEEDS.map(value => ({ value: String(value), label: text.speeds[value] }))}
          value={String(speed)}
          onChange={value => setSpeed(DECK_SPEEDS.find(known => String(known) === value) ?? 10)}
        />
        <span className={classes.spring} />
        <FileButton
          accept="application/json,.json"
          resetRef={forgetFile}
          onChange={file => void take(file)}
          inputProps={{ 'aria-label': text.importFile }}
        >
          {props => (
            <Button {...props} variant="default" leftSection={<IconUpload size={14} aria-hidden />}>
              {text.import}
            </Button>
          )}
        </FileButton>
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen({ kind: 'record' })}>
          {text.record}
        </Button>
      </Group>
      <Called call={decks} failed={text.failed}>
        {list => (
          <ul className={classes.list} aria-label={text.list}>
            {list.map(deck => (
              <DeckItem
                key={deck.id}
                deck={deck}
                speed={speed}
                onOrder={() => setOpen({ kind: 'order', id: deck.id })}
                onChanged={reload}
              />
            ))}
          </ul>
        )}
      </Called>
      {open.kind === 'record' && <RecordDeckDialog onClose={close} />}
      {open.kind === 'order' && <DeckOrderDialog id={open.id} onClose={close} />}
    </>
  )
}
