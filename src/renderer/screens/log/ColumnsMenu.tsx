import { ActionIcon, Button, Checkbox, NumberInput, Popover, Stack, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { words } from '../../i18n'
import { changeSettings, useSetting } from '../../stores/settings'
import { attempt } from './attempt'
import { COLUMNS, withChoice, type Column } from './columns'
import classes from './Log.module.css'

const text = words.log.deeds
const NARROWEST = 40
const WIDEST = 900

/** Which columns there are and how wide; by keyboard too, where the edges of the header cannot be dragged. */
export function ColumnsMenu({ shown }: { shown: Column[] }) {
  const chosen = useSetting('log.columns')
  const [isOpen, setOpen] = useState(false)
  const choose = (key: Column['key'], choice: { isShown: boolean; width: number | null }) =>
    attempt(changeSettings({ 'log.columns': withChoice(chosen, key, choice) }), text.notDone)

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Tooltip label={text.columns} disabled={isOpen}>
        <Popover.Target>
          <ActionIcon variant="default" size={30} aria-label={text.columns} onClick={() => setOpen(!isOpen)}>
            <IconColumns3 size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown>
        <Stack gap={8}>
          {COLUMNS.filter(({ key }) => key !== 'sentence').map(({ key }) => {
            const name = words.log.columns[key]
            const isShown = shown.some(column => column.key === key)
            const width = chosen.find(one => one.key === key)?.width ?? null
            return (
              <div key={key} className={classes.columnChoice}>
                <Checkbox
                  size="xs"
                  label={name}
                  checked={isShown}
                  onChange={event => choose(key, { isShown: event.currentTarget.checked, width })}
                />
                <NumberInput
                  size="xs"
                  w={84}
                  suffix=" px"
                  placeholder={text.columnAuto}
                  aria-label={text.resize(name)}
                  min={NARROWEST}
                  max={WIDEST}
                  step={10}
                  value={width ?? ''}
                  disabled={!isShown}
                  onChange={value =>
                    choose(key, { isShown: true, width: typeof value === 'number' ? value : null })
                  }
                />
              </div>
            )
          })}
          <Button
            variant="default"
            disabled={chosen.length === 0}
            onClick={() => attempt(changeSettings({ 'log.columns': [] }), text.notDone)}
          >
            {text.columnsReset}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
