import { useThrottledValue } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { words } from '../i18n'

/** Why something could not be had, for people. */
export interface Problem {
  message: string
  /** The contract's code when it is an expected failure, for example `NOT_FOUND`. */
  code: string | null
}

export type Call<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; problem: Problem; retry: () => void }
  | { kind: 'ready'; value: T; reload: () => void }

type Settled<T> = { kind: 'loading' } | { kind: 'failed'; problem: Problem } | { kind: 'ready'; value: T }

/** Live changes are asked for at most this often. */
const REFRESH_MS = 300

/**
 * Asks when shown and whenever `key` changes. A new `revision` of the same key asks again but keeps showing what is there
 * until the answer has come, so that live screens do not flicker.
 */
export function useCall<T>(key: string, ask: (signal: AbortSignal) => Promise<T>, revision = 0): Call<T> {
  const [settled, setSettled] = useState<{ key: string; state: Settled<T> }>({
    key,
    state: { kind: 'loading' }
  })
  const [attempt, setAttempt] = useState(0)
  const settledRevision = useThrottledValue(revision, REFRESH_MS)
  const latestAsk = useRef(ask)
  latestAsk.current = ask

  useEffect(() => {
    const abort = new AbortController()
    latestAsk.current(abort.signal).then(
      value => !abort.signal.aborted && setSettled({ key, state: { kind: 'ready', value } }),
      error =>
        !abort.signal.aborted && setSettled({ key, state: { kind: 'failed', problem: problemOf(error) } })
    )
    return () => abort.abort()
  }, [key, settledRevision, attempt])

  const again = useCallback(() => setAttempt(n => n + 1), [])
  const state: Settled<T> = settled.key === key ? settled.state : { kind: 'loading' }

  switch (state.kind) {
    case 'loading':
      return state
    case 'failed':
      return { ...state, retry: again }
    case 'ready':
      return { ...state, reload: again }
  }
}

export function problemOf(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  return { message: words.said(error instanceof Error ? error.message : String(error)), code }
}
