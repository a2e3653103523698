import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { readSourceRange } from '../../../shared/source-ranges'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
import { saveSetting } from './save-setting'

const text = words.settings.server

export function SourcesField() {
  const saved = useSetting('server.allowFrom').join('\n')
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = typed ?? saved

  const save = () => {
    const ranges = shown
      .split(/[\s,]+/)
      .map(one => one.trim())
      .filter(one => one !== '')
    const bad = ranges.find(one => readSourceRange(one) === null)
    setRefusal(bad === undefined ? null : text.allowFromBad(bad))
    if (bad === undefined) void saveSetting({ 'server.allowFrom': ranges }).then(() => setTyped(null))
  }

  return (
    <div>
      <Textarea
        label={text.allowFrom}
        description={text.allowFromHint}
        autosize
        minRows={2}
        maxRows={8}
        value={shown}
        error={refusal}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setRefusal(null)
        }}
      />
      <Group justify="flex-end" mt={6}>
        <Button variant="default" disabled={shown === saved} onClick={save}>
          {words.parts.save}
        </Button>
      </Group>
    </div>
  )
}
