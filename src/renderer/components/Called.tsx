import type { ReactNode } from 'react'
import type { Call } from '../hooks/useCall'
import { Failed } from './Failed'
import { Loading } from './Loading'

interface Props<T> {
  call: Call<T>
  /** What is said when it could not be had. */
  failed: string
  /** Shown in its place when there is no such thing. */
  missing?: ReactNode
  children: (value: T) => ReactNode
}

/** What was asked for: on its way, not to be had, or here. */
export function Called<T>({ call, failed, missing, children }: Props<T>) {
  switch (call.kind) {
    case 'loading':
      return <Loading />
    case 'failed':
      if (missing !== undefined && call.problem.code === 'NOT_FOUND') return missing
      return <Failed title={failed} problem={call.problem} onRetry={call.retry} />
    case 'ready':
      return children(call.value)
  }
}
