import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { DIRECTORY_FORMATS, type DirectoryFormat } from '../../shared/directory-contract'
import { words } from '../i18n'

interface Props {
  /** How far it is, while it runs. */
  progress: string | null
  onChoose: (format: DirectoryFormat) => void
}

/** What is shown, as a file of one of three formats. */
export function ExportMenu({ progress, onChoose }: Props) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          disabled={progress !== null}
        >
          {progress ?? words.saving.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {DIRECTORY_FORMATS.map(format => (
          <Menu.Item key={format} onClick={() => onChoose(format)}>
            {words.saving.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
