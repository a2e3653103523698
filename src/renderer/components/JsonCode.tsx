import { CodeHighlight } from '@mantine/code-highlight'
import { words } from '../i18n'

/** Colouring costs time with size; beyond this the text is shown plainly. */
const COLOURED_AT_MOST = 200_000

interface Props {
  code: string
  language?: 'json' | 'plaintext'
}

export function JsonCode({ code, language = 'json' }: Props) {
  return (
    <CodeHighlight
      code={code}
      language={code.length > COLOURED_AT_MOST ? 'plaintext' : language}
      copyLabel={words.parts.copy}
      copiedLabel={words.parts.copied}
      background="var(--sunken)"
      withBorder
      radius="md"
    />
  )
}
