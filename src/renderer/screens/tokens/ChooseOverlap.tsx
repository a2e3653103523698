import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { OVERLAPS, type Overlap, type Token } from '../../../shared/token'
import { problemOf } from '../../hooks/useCall'
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
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const rotate = async () => {
    setBusy(true)
    try {
      const rotated = await rotateToken(token.id, overlap)
      onRotated({ id: rotated.token.id, ...createdOf(rotated) })
    } catch (error) {
      setProblem(problemOf(error).message)
      setBusy(false)
    }
  }

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
      {problem && (
        <Text role="alert" c="var(--failed)" mt="sm">
          {problem}
        </Text>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onCancel}>
          {words.parts.cancel}
        </Button>
        <Button loading={isBusy} onClick={() => void rotate()}>
          {text.make}
        </Button>
      </Group>
    </>
  )
}
