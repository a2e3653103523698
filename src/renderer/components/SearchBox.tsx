import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { words } from '../i18n'

interface Props {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
}

export function SearchBox({ label, hint, value, onChange }: Props) {
  return (
    <TextInput
      type="search"
      w={320}
      aria-label={label}
      placeholder={hint}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="sm" aria-label={words.parts.clearSearch} onClick={() => onChange('')} />
        )
      }
    />
  )
}
