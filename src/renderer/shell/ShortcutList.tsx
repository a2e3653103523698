import { Group, Kbd, Modal, Table, Title } from '@mantine/core'
import { words } from '../i18n'
import { anywhere, inLog, type Shortcut } from '../keyboard/keymap'

interface Props {
  isOpen: boolean
  onClose: () => void
}

export function ShortcutList({ isOpen, onClose }: Props) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.shell.shortcuts} size="lg">
      <Shortcuts title={words.shell.keysAnywhere} shortcuts={Object.values(anywhere)} />
      <Shortcuts title={words.shell.keysLog} shortcuts={Object.values(inLog)} />
    </Modal>
  )
}

function Shortcuts({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  return (
    <>
      <Title order={2} size="h3" mt="md" mb={4}>
        {title}
      </Title>
      <Table verticalSpacing={5} aria-label={title}>
        <Table.Tbody>
          {shortcuts.map(({ keys, does }) => (
            <Table.Tr key={keys.join()}>
              <Table.Td miw={180}>{does}</Table.Td>
              <Table.Td ta="end">
                <Group gap={6} justify="flex-end">
                  {keys.map(key => (
                    <Kbd key={key} size="sm">
                      {spelled(key)}
                    </Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

const names: Record<string, string> = words.shell.keyNames

const spelled = (keys: string): string =>
  keys
    .split('+')
    .map(key => names[key] ?? key.charAt(0).toUpperCase() + key.slice(1))
    .join(' + ')
