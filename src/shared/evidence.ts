import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'

/** The files of an evidence pack, in their order. The manifest comes last, because it tells the sizes of the others. */
export const EVIDENCE_FILES = [
  'log.har',
  'log.jsonl',
  'cycles.json',
  'schemas.json',
  'settings.json',
  'state.json',
  'clock.json',
  'versions.json',
  'manifest.json'
] as const
export type EvidenceFile = (typeof EVIDENCE_FILES)[number]

/** What is left out, or was never there. */
export const EVIDENCE_REMOVED = [
  'authorization',
  'secret-headers',
  'passwords',
  'token-secrets',
  'tls-key',
  'personal-settings'
] as const
export type EvidenceRemoved = (typeof EVIDENCE_REMOVED)[number]

export interface EvidenceEntry {
  file: EvidenceFile
  /** Before packing. */
  bytes: number
  /** Requests or cycles in it; null where nothing is counted. */
  count: number | null
}

/** What a pack tells while it is made. */
export type EvidenceStep =
  /** A person is choosing where to save. */
  | { kind: 'choosing' }
  /** Nobody chose a place. */
  | { kind: 'dismissed' }
  | { kind: 'packing'; file: EvidenceFile }
  /** A piece of the file in base64, for a browser, which puts it together itself. */
  | { kind: 'piece'; base64: string }
  | {
      kind: 'saved'
      name: string
      bytes: number
      entries: EvidenceEntry[]
      /** Texts of the shape of a secret that were cut out of recorded requests now, beyond what was never stored. */
      cutCount: number
    }

export const evidenceContract = {
  /**
   * One zip file for a support case. Its requests are those of the last `hours`, or all that are kept. Ends early when the stream is
   * cancelled, and then leaves no file.
   */
  save: oc
    .input(z.object({ hours: z.number().int().min(1).max(100_000).nullable() }))
    .errors({ NOT_WRITTEN: { status: 409 } })
    .output(eventIterator(type<EvidenceStep>()))
}
