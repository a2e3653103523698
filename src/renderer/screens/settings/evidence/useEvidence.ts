import { useState } from 'react'
import type { EvidenceFile, EvidenceStep } from '../../../../shared/evidence'
import { client } from '../../../bridge'
import { saveBlob } from '../../../hooks/save-blob'
import { problemOf } from '../../../hooks/useCall'

export type Packing =
  | { kind: 'idle' }
  | { kind: 'choosing' }
  | { kind: 'packing'; file: EvidenceFile }
  | Extract<EvidenceStep, { kind: 'saved' }>
  | { kind: 'failed'; message: string }

/** In the window the engine writes the file where a person said; in a browser its bytes are put together here and downloaded. */
export function useEvidence() {
  const [state, setState] = useState<Packing>({ kind: 'idle' })

  const save = async (hours: number | null) => {
    const pieces: Uint8Array<ArrayBuffer>[] = []
    setState({ kind: 'choosing' })
    try {
      for await (const step of await client.evidence.save({ hours })) {
        if (step.kind === 'piece') pieces.push(bytesOf(step.base64))
        else if (step.kind === 'dismissed') setState({ kind: 'idle' })
        else setState(step)
        if (step.kind === 'saved' && pieces.length > 0) {
          saveBlob(new Blob(pieces, { type: 'application/zip' }), step.name)
        }
      }
    } catch (error) {
      setState({ kind: 'failed', message: problemOf(error).message })
    }
  }

  return { state, save }
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), character => character.charCodeAt(0))
