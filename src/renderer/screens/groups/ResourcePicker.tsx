import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { Named } from '../../../shared/scim'

/** Somebody to choose, with what tells apart two of one name. */
export interface Choice extends Named {
  hint: string
}

interface Props extends Pick<SelectProps, 'w' | 'size' | 'label' | 'aria-label'> {
  'data-autofocus'?: boolean
  chosen: Named | null
  onChoose: (chosen: Choice | null) => void
  placeholder: string
  nobody: string
  /** The first few that fit. */
  ask: (search: string) => Promise<Choice[]>
}

const TYPING_MS = 150
const LIST_HEIGHT = 230

/** A field in which one types and the engine searches. */
export function ResourcePicker({ chosen, onChoose, nobody, ask, ...input }: Props) {
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, TYPING_MS)
  const [found, setFound] = useState<Choice[]>([])
  const latest = useRef(ask)
  latest.current = ask

  useEffect(() => {
    let isCurrent = true
    const wanted = settled === chosen?.name ? '' : settled
    latest.current(wanted).then(
      choices => isCurrent && setFound(choices),
      // The field stays as it is; what is chosen will be asked about by whoever uses it.
      () => isCurrent && setFound([])
    )
    return () => {
      isCurrent = false
    }
  }, [settled, chosen?.name])

  const hints = new Map(found.map(choice => [choice.id, choice.hint]))
  const options = found.map(({ id, name }) => ({ value: id, label: name || id }))
  const data =
    chosen && !hints.has(chosen.id)
      ? [{ value: chosen.id, label: chosen.name || chosen.id }, ...options]
      : options

  return (
    <Select
      {...input}
      searchable
      clearable
      comboboxProps={{ withinPortal: true }}
      // The list itself scrolls, as the keys of the field move it.
      withScrollArea={false}
      styles={{ options: { maxHeight: LIST_HEIGHT, overflowY: 'auto' } }}
      nothingFoundMessage={nobody}
      data={data}
      filter={({ options: all }) => all}
      value={chosen?.id ?? null}
      onChange={id => onChoose(found.find(choice => choice.id === id) ?? null)}
      searchValue={search}
      onSearchChange={setSearch}
      renderOption={({ option }) => (
        <span>
          {option.label} <small style={{ color: 'var(--quiet)' }}>{hints.get(option.value)}</small>
        </span>
      )}
    />
  )
}
