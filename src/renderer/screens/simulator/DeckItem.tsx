import { ActionIcon, Badge, Button, Menu } from '@mantine/core'
import { IconDots, IconPlayerPlay } from '@tabler/icons-react'
import type { DeckSpeed, DeckSummary } from '../../../shared/deck'
import { isUnderWay } from '../../../shared/simulator'
import { client } from '../../bridge'
import { saveBlob } from '../../hooks/save-blob'
import { words } from '../../i18n'
import { simulatorChanged, useSimulator } from '../../stores/simulator'
import { attempt } from './attempt'
import classes from './Simulator.module.css'

interface Props {
  deck: DeckSummary
  speed: DeckSpeed
  onOrder: () => void
  onChanged: () => void
}

const text = words.simulator.decks

export function DeckItem({ deck, speed, onOrder, onChanged }: Props) {
  const { id, stepCount, lengthMs, isShipped, isAnonymised } = deck
  // Names that people gave stay as they are.
  const [name, about] = isShipped ? [words.said(deck.name), words.said(deck.about)] : [deck.name, deck.about]
  const isBusy = useSimulator(state => isUnderWay(state.run))
  const play = async () => simulatorChanged(await client.decks.play({ id, speed }))
  const save = async () => {
    const file = await client.decks.exported({ id })
    saveBlob(new Blob([file.text], { type: 'application/json' }), file.fileName)
  }
  const remove = async () => {
    await client.decks.remove({ id })
    onChanged()
  }

  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <div className={classes.itemTitle}>
          {name}{' '}
          {isShipped && (
            <Badge variant="light" color="gray" tt="none">
              {text.shipped}
            </Badge>
          )}{' '}
          {isAnonymised && !isShipped && (
            <Badge variant="light" color="gray" tt="none">
              {text.anonymised}
            </Badge>
          )}
        </div>
        {about !== '' && <div className={classes.quiet}>{about}</div>}
        <div className={classes.small}>{text.size(stepCount, lengthMs)}</div>
      </div>
      <Button
        variant="light"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        aria-label={text.playNamed(name)}
        disabled={isBusy}
        onClick={() => void attempt(words.simulator.run.failedToStart, play)}
      >
        {text.play}
      </Button>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={text.more(name)}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={isShipped} onClick={onOrder}>
            {text.edit}
          </Menu.Item>
          <Menu.Item onClick={() => void attempt(text.problem, save)}>{text.export}</Menu.Item>
          <Menu.Item disabled={isShipped} onClick={() => void attempt(text.problem, remove)}>
            {text.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
