import {
  ActionIcon,
  Button,
  CloseButton,
  Group,
  Popover,
  Stack,
  Text,
  TextInput,
  Tooltip
} from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useState } from 'react'
import { words } from '../../i18n'
import { useLog } from '../../stores/log'
import { changeQuery } from '../../stores/log-query'
import { changeSettings, useSetting } from '../../stores/settings'
import { attempt } from './attempt'
import classes from './Log.module.css'

const text = words.log.filter

/** Filters by name: kept, put back into the box, forgotten. */
export function SavedFilters() {
  const saved = useSetting('log.savedFilters')
  const query = useLog(state => state.query.trim())
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const keep = (filters: typeof saved) =>
    attempt(changeSettings({ 'log.savedFilters': filters }), words.log.deeds.notDone)

  const save = () => {
    keep([...saved.filter(one => one.name !== name.trim()), { name: name.trim(), query }])
    setName('')
  }

  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      width={320}
      trapFocus
      returnFocus
    >
      <Tooltip label={text.saved} disabled={isOpen}>
        <Popover.Target>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={text.saved}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <IconBookmark size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown>
        <Stack gap={6}>
          {saved.length === 0 && <Text c="dimmed">{text.noneSaved}</Text>}
          {saved.map(filter => (
            <Group key={filter.name} gap={4} wrap="nowrap">
              <Button
                variant="subtle"
                justify="space-between"
                flex={1}
                rightSection={<span className={classes.savedQuery}>{filter.query}</span>}
                onClick={() => {
                  changeQuery(`${filter.query} `)
                  setOpen(false)
                }}
              >
                {filter.name}
              </Button>
              <CloseButton
                size="sm"
                aria-label={text.forget(filter.name)}
                onClick={() => keep(saved.filter(one => one !== filter))}
              />
            </Group>
          ))}
          {query !== '' && (
            <form
              onSubmit={event => {
                event.preventDefault()
                if (name.trim() !== '') save()
              }}
            >
              <Group gap={6} align="end" wrap="nowrap" mt={6}>
                <TextInput
                  size="xs"
                  flex={1}
                  label={text.saveName}
                  description={text.saveHint}
                  value={name}
                  maxLength={60}
                  onChange={event => setName(event.currentTarget.value)}
                />
                <Button type="submit" disabled={name.trim() === ''}>
                  {text.save}
                </Button>
              </Group>
            </form>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
