import { useRef, useState } from 'react'
import type { ExportFormat } from '../../../shared/log-contract'
import { client } from '../../bridge'
import { problemOf } from '../../hooks/useCall'

export type Exporting =
  | { kind: 'idle' }
  | { kind: 'choosing' }
  | { kind: 'writing'; written: number; total: number }
  | { kind: 'saved'; name: string; count: number }
  | { kind: 'failed'; message: string }

/** In the window the engine writes the file where a person said; in a browser its text is put together here and downloaded. */
export function useExport() {
  const [state, setState] = useState<Exporting>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)

  const start = async (format: ExportFormat, query: string) => {
    const mine = (running.current = new AbortController())
    const texts: string[] = []
    let count = 0
    setState({ kind: 'writing', written: 0, total: 0 })
    try {
      const steps = await client.log.export({ format, query }, { signal: mine.signal })
      for await (const step of steps) {
        if (step.kind === 'choosing') setState({ kind: 'choosing' })
        else if (step.kind === 'dismissed') return setState({ kind: 'idle' })
        else if (step.kind === 'saved')
          return setState({ kind: 'saved', name: step.name, count: step.written })
        else {
          if (step.kind === 'text') texts.push(step.text)
          count = step.written
          setState({ kind: 'writing', written: step.written, total: step.total })
        }
      }
      const name = `usher-log.${format}`
      download(name, texts)
      setState({ kind: 'saved', name, count })
    } catch (error) {
      setState(mine.signal.aborted ? { kind: 'idle' } : { kind: 'failed', message: problemOf(error).message })
    }
  }

  return { state, start, cancel: () => running.current?.abort() }
}

function download(name: string, texts: string[]) {
  const url = URL.createObjectURL(new Blob(texts))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
