import { ActionIcon, Modal, Stack, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Called } from '../../components/Called'
import { DialogEnd } from '../../components/DialogEnd'
import { client } from '../../bridge'
import { useCall } from '../../hooks/useCall'
import { useDeed } from '../../hooks/useDeed'
import { words } from '../../i18n'
import classes from './Simulator.module.css'

const text = words.simulator.decks.order

interface Props {
  id: string
  onClose: () => void
}

/** Another name, another order, or fewer requests. */
export function DeckOrderDialog({ id, onClose }: Props) {
  const deck = useCall(`deck ${id}`, () => client.decks.get({ id }))
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={text.title(deck.kind === 'ready' ? deck.value.name : '')}
      transitionProps={{ duration: 0 }}
    >
      <Called call={deck} failed={words.simulator.decks.failed}>
        {({ name, titles }) => <OrderForm id={id} firstName={name} titles={titles} onClose={onClose} />}
      </Called>
    </Modal>
  )
}

interface FormProps extends Props {
  firstName: string
  titles: string[]
}

function OrderForm({ id, firstName, titles, onClose }: FormProps) {
  const [name, setName] = useState(firstName)
  const [order, setOrder] = useState(titles.map((_, place) => place))
  const { isBusy, problem, run } = useDeed(async () => {
    await client.decks.edit({ id, name, order })
    onClose()
  })
  const move = (at: number, by: number) => {
    const moved = order[at]
    if (moved !== undefined) setOrder(order.toSpliced(at, 1).toSpliced(at + by, 0, moved))
  }
  return (
    <Stack gap="md">
      <TextInput
        label={text.name}
        value={name}
        maxLength={80}
        onChange={event => setName(event.currentTarget.value)}
      />
      <ol className={classes.steps} aria-label={text.steps}>
        {order.map((place, at) => {
          const title = titles[place] ?? ''
          return (
            <li key={place} className={classes.step}>
              <span className={classes.stepText} title={title}>
                {title}
              </span>
              <Move
                label={text.up(title)}
                isOff={at === 0}
                onMove={() => move(at, -1)}
                icon={<IconArrowUp size={14} />}
              />
              <Move
                label={text.down(title)}
                isOff={at === order.length - 1}
                onMove={() => move(at, 1)}
                icon={<IconArrowDown size={14} />}
              />
              <Move
                label={text.drop(title)}
                isOff={order.length === 1}
                onMove={() => setOrder(order.toSpliced(at, 1))}
                icon={<IconX size={14} />}
              />
            </li>
          )
        })}
      </ol>
      <DialogEnd
        problem={problem}
        yes={text.save}
        isBusy={isBusy}
        isUnready={name.trim() === ''}
        onCancel={onClose}
        onYes={run}
      />
    </Stack>
  )
}

interface MoveProps {
  label: string
  isOff: boolean
  onMove: () => void
  icon: ReactNode
}

const Move = ({ label, isOff, onMove, icon }: MoveProps) => (
  <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} disabled={isOff} onClick={onMove}>
    {icon}
  </ActionIcon>
)
