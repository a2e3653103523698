import { CloseButton, Combobox, Kbd, Pill, PillsInput, Text, Tooltip, useCombobox } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useEffect, type KeyboardEvent, type Ref } from 'react'
import { suggest, type KnownValues } from '../../../shared/log-query'
import { words } from '../../i18n'
import { goTo, hrefOf } from '../../routes'
import { useLog } from '../../stores/log'
import { chipsOf, type Chip } from '../../stores/log-filter'
import { useCycles } from '../../stores/cycles'
import { changeQuery } from '../../stores/log-query'
import classes from './Log.module.css'
import { SavedFilters } from './SavedFilters'

interface Props {
  ref: Ref<HTMLInputElement>
  /** `#/log?q=…`: a link that brings its own filter. */
  routeQuery: string | undefined
}

/** Names proposed of each kind, the latest. */
const KNOWN = 200

/** One box: words search everything, `key<op>value` become chips once a blank follows. */
export function FilterBar({ ref, routeQuery }: Props) {
  const query = useLog(state => state.query)
  const { chips, head, tail } = chipsOf(query)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  // Chips alone are a finished question: then nothing covers its answer.
  const suggestions =
    combobox.dropdownOpened && (tail !== '' || chips.length === 0)
      ? suggest(query, query.length, knownValues(), words.filter)
      : []

  useEffect(() => {
    if (routeQuery === undefined) return
    changeQuery(`${routeQuery} `)
    goTo(hrefOf('log'), { isReplacing: true })
  }, [routeQuery])

  const take = (text: string) => {
    changeQuery(head + text + (text.endsWith(':') ? '' : ' '))
    combobox.closeDropdown()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && tail === '' && head !== '') {
      event.preventDefault()
      changeQuery(head.trimEnd())
    }
    if (event.key === 'Enter' && tail !== '' && combobox.getSelectedOptionIndex() < 0) {
      changeQuery(`${query} `)
      combobox.closeDropdown()
    }
  }

  return (
    <search className={classes.filter}>
      <Combobox store={combobox} onOptionSubmit={take} offset={4} shadow="md">
        <Combobox.DropdownTarget>
          <PillsInput
            flex={1}
            size="sm"
            leftSection={<IconFilter size={15} aria-hidden />}
            rightSection={
              query === '' ? (
                <Kbd size="xs" aria-hidden>
                  /
                </Kbd>
              ) : (
                <CloseButton size="sm" aria-label={words.log.filter.clear} onClick={() => changeQuery('')} />
              )
            }
          >
            <Pill.Group>
              {chips.map(chip => (
                <FilterChip key={chip.at} chip={chip} onRemove={() => changeQuery(without(query, chip))} />
              ))}
              <Combobox.EventsTarget>
                <PillsInput.Field
                  ref={ref}
                  aria-label={words.log.filter.label}
                  placeholder={chips.length === 0 ? words.log.filter.placeholder : ''}
                  value={tail}
                  onChange={event => {
                    changeQuery(head + event.currentTarget.value)
                    combobox.openDropdown()
                    combobox.resetSelectedOption()
                  }}
                  onFocus={() => combobox.openDropdown()}
                  onBlur={() => {
                    combobox.closeDropdown()
                    if (tail !== '') changeQuery(`${query} `)
                  }}
                  onKeyDown={onKeyDown}
                />
              </Combobox.EventsTarget>
            </Pill.Group>
          </PillsInput>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={suggestions.length === 0}>
          <Combobox.Options aria-label={words.log.filter.suggestions}>
            {suggestions.map(({ insert, label }) => (
              <Combobox.Option key={insert} value={insert}>
                <Text span ff="monospace" size="xs" mr="md" miw={128} display="inline-block">
                  {insert}
                </Text>
                <Text span c="dimmed" size="sm">
                  {label}
                </Text>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <SavedFilters />
    </search>
  )
}

function FilterChip({ chip, onRemove }: { chip: Chip; onRemove: () => void }) {
  return (
    <Tooltip label={chip.problem ?? ''} disabled={chip.problem === null} multiline maw={360}>
      <Pill
        withRemoveButton
        onRemove={onRemove}
        className={classes.chip}
        data-misread={chip.problem === null ? undefined : true}
        removeButtonProps={{
          'aria-label': words.log.filter.remove(chip.text),
          'aria-hidden': false,
          tabIndex: 0
        }}
      >
        {chip.text}
      </Pill>
    </Tooltip>
  )
}

/** Names and numbers that occur in the rows that are here. */
function knownValues(): KnownValues {
  const users = new Set<string>()
  const groups = new Set<string>()
  const tokens = new Set<string>()
  for (const { resource, tokenName } of useLog.getState().rows.values()) {
    if (resource?.type === 'User') users.add(resource.name)
    if (resource?.type === 'Group') groups.add(resource.name)
    if (tokenName !== null) tokens.add(tokenName)
  }
  return {
    users: [...users].slice(-KNOWN),
    groups: [...groups].slice(-KNOWN),
    tokens: [...tokens],
    cycles: useCycles
      .getState()
      .cycles.slice(0, 3)
      .map(({ cycle }) => cycle)
  }
}

const without = (query: string, { at, text }: Chip): string =>
  (query.slice(0, at) + query.slice(at + text.length)).replace(/\s{2,}/g, ' ').trimStart()
