import { Group, Kbd, Modal, Table, Title } from '@mantine/core'
import { words } from '../i18n'
import { anywhere, inLog, type Shortcut } from '../keyboard/keymap'
import { spelled } from '../keyboard/spelled'

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
          {byMeaning(shortcuts).map(([does, keys]) => (
            <Table.Tr key={does}>
              <Table.Td miw={180}>{does}</Table.Td>
              <Table.Td ta="end">
                <Group gap={6} justify="flex-end">
                  {(isRange(keys) ? [keys[0] ?? ''] : keys).map(key => (
                    <Kbd key={key} size="sm">
                      {spelled(key)}
                    </Kbd>
                  ))}
                  {isRange(keys) && (
                    <>
                      … <Kbd size="sm">{spelled(keys.at(-1) ?? '')}</Kbd>
                    </>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** What does the same stands on one line. */
function byMeaning(shortcuts: Shortcut[]): [does: string, keys: string[]][] {
  const meanings = new Map<string, string[]>()
  for (const { does, keys } of shortcuts) meanings.set(does, [...(meanings.get(does) ?? []), ...keys])
  return [...meanings]
}

/** Mod+1 to Mod+7. */
const isRange = (keys: string[]): boolean => keys.length > 4
