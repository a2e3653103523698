import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { OVERLAPS, type Overlap, type Token } from '../../../shared/token'
import { DialogEnd } from '../../components/DialogEnd'
import { useDeed } from '../../hooks/useDeed'
import { words } from '../../i18n'
import { rotateToken } from '../../stores/tokens'
import { createdOf, type Created } from '../../dialogs/created'

interface Props {
  token: Token
  onRotated: (fresh: Created & { id: string }) => void
  onCancel: () => void
}

const text = words.tokens.rotation

/** How long the old secret works on. */
export function ChooseOverlap({ token, onRotated, onCancel }: Props) {
  const [overlap, setOverlap] = useState<Overlap>('24h')
  const { isBusy, problem, run } = useDeed(async () => {
    const rotated = await rotateToken(token.id, overlap)
    onRotated({ id: rotated.token.id, ...createdOf(rotated) })
  })

  return (
    <>
      <Text c="dimmed">{text.why}</Text>
      <Radio.Group
        mt="sm"
        label={text.overlap}
        value={overlap}
        onChange={value => setOverlap(OVERLAPS.find(known => known === value) ?? '24h')}
      >
        <Stack gap={6} mt={6}>
          {OVERLAPS.map(value => (
            <Radio key={value} value={value} label={text.overlaps[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <DialogEnd problem={problem} yes={text.make} isBusy={isBusy} onCancel={onCancel} onYes={run} />
    </>
  )
}
