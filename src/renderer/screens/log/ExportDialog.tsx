import { Alert, Button, Group, List, Modal, Progress, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { HAR_REMOVED } from '../../../shared/har'
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/log-contract'
import { words } from '../../i18n'
import { useLog } from '../../stores/log'
import { useExport } from './useExport'

const text = words.log.deeds
const HINTS = { har: 'harHint', jsonl: 'jsonlHint', csv: 'csvHint' } as const

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const [format, setFormat] = useState<ExportFormat>('har')
  const count = useLog(state => (state.revision >= 0 ? state.ids.length : 0))
  const query = useLog(state => state.filter.asked)
  const { state, start, cancel } = useExport()
  const isRunning = state.kind === 'writing' || state.kind === 'choosing'
  const close = () => {
    cancel()
    onClose()
  }

  return (
    <Modal opened onClose={close} title={text.exportTitle}>
      <Stack gap="md">
        <Text>{text.exportCount(count)}</Text>
        <Radio.Group
          label={text.exportFormat}
          value={format}
          onChange={value => setFormat(value as ExportFormat)}
        >
          <Stack gap={8} mt={6}>
            {EXPORT_FORMATS.map(one => (
              <Radio
                key={one}
                value={one}
                disabled={isRunning}
                label={text.formats[one]}
                description={text.formats[HINTS[one]]}
              />
            ))}
          </Stack>
        </Radio.Group>
        <div>
          <Text fw={500}>{text.removed}</Text>
          <List size="sm" c="dimmed" spacing={2}>
            {HAR_REMOVED.map(one => (
              <List.Item key={one}>{words.said(one)}</List.Item>
            ))}
          </List>
        </div>
        <div role="status">
          {state.kind === 'choosing' && <Text>{text.choosing}</Text>}
          {state.kind === 'writing' && (
            <>
              <Progress
                value={(100 * state.written) / Math.max(1, state.total)}
                aria-label={text.exportTitle}
                transitionDuration={0}
                mb={4}
              />
              <Text>{text.exporting(state.written, state.total)}</Text>
            </>
          )}
          {state.kind === 'saved' && <Text c="var(--ok)">{text.exported(state.name, state.count)}</Text>}
          {state.kind === 'failed' && (
            <Alert color="red" title={text.notExported}>
              {state.message}
            </Alert>
          )}
        </div>
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={isRunning ? cancel : close}>
          {isRunning ? words.parts.cancel : words.parts.close}
        </Button>
        <Button data-autofocus disabled={isRunning || count === 0} onClick={() => void start(format, query)}>
          {text.exportStart}
        </Button>
      </Group>
    </Modal>
  )
}
