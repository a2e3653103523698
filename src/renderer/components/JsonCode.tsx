import { CodeHighlight } from '@mantine/code-highlight'
import { MantineThemeProvider } from '@mantine/core'
import { words } from '../i18n'

/** Colouring costs time with size; beyond this the text is shown plainly. */
const COLOURED_AT_MOST = 200_000

/** What scrolls must be reachable by keyboard. */
const REACHABLE = { components: { ScrollArea: { defaultProps: { viewportProps: { tabIndex: 0 } } } } }

interface Props {
  code: string
  language?: 'json' | 'plaintext'
}

export function JsonCode({ code, language = 'json' }: Props) {
  return (
    <MantineThemeProvider theme={REACHABLE} inherit>
      <CodeHighlight
        code={code}
        language={code.length > COLOURED_AT_MOST ? 'plaintext' : language}
        copyLabel={words.parts.copy}
        copiedLabel={words.parts.copied}
        background="var(--sunken)"
        withBorder
        radius="md"
        tabIndex={-1}
      />
    </MantineThemeProvider>
  )
}
