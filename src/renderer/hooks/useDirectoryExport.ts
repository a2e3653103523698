import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ExportStep } from '../../shared/log-contract'
import { words } from '../i18n'
import { saveBlob } from './save-blob'
import { problemOf } from './useCall'

const text = words.saving

/**
 * Runs an export to its end and says how far it is. In the window the file is written outside the page; in a browser its
 * pieces are put together here and downloaded under the given name.
 */
export function useDirectoryExport() {
  const [progress, setProgress] = useState<string | null>(null)

  const save = async (name: string, begin: () => Promise<AsyncIterable<ExportStep>>) => {
    if (progress !== null) return
    setProgress(text.choosing)
    try {
      const pieces: string[] = []
      let rows = 0
      for await (const step of await begin()) {
        if (step.kind === 'text') {
          pieces.push(step.text)
          rows = step.written
        }
        if (step.kind === 'text' || step.kind === 'writing')
          setProgress(text.writing(step.written, step.total))
        if (step.kind === 'saved') saved(step.name, step.written)
      }
      if (pieces.length > 0) {
        saveBlob(new Blob(pieces), name)
        saved(name, rows)
      }
    } catch (error) {
      notifications.show({ color: 'red', title: text.notSaved, message: problemOf(error).message })
    } finally {
      setProgress(null)
    }
  }

  return { progress, save }
}

const saved = (name: string, rows: number) => notifications.show({ message: text.saved(name, rows) })
