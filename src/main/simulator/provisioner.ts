import { noProgress, type ProvisioningEntry, type RunProgress } from '../../shared/provisioning'
import type { ScimRequest } from './entra-requests'
import { judge, type Verdict } from './judge'
import type { ScimClient } from './scim-client'

/** Thrown inside a run when it was asked to stop, or when the job is quarantined; caught where the run began. */
export class RunEnded extends Error {
  constructor(
    readonly why: 'stopped' | 'quarantined' | 'failed',
    detail: string
  ) {
    super(detail)
  }
}

export interface RunHooks {
  /** Goes on counting over the cycles of a run. */
  progress?: RunProgress
  onProgress?: (progress: RunProgress) => void
  onEntry?: (entry: ProvisioningEntry) => void
  /** Latency and status of every answer; status null when there was none. */
  onAnswer?: (request: ScimRequest, status: number | null, durationMs: number) => void
  /** Checked before every request: stopping takes effect between requests. */
  signal?: AbortSignal
  /** Waits before a throttled request is sent again; given so that tests need not wait. */
  wait: (ms: number) => Promise<void>
  /** Quiet before each request, so that people can follow. */
  pauseMs?: number
}

type Failed = Extract<Verdict, { isSuccess: false }>

/** What a provisioning service makes of outcomes, beyond reporting them. */
export interface Watch {
  /** @returns why the job is quarantined now, or null */
  onOutcome(entry: ProvisioningEntry, isReference: boolean): string | null
  /** The object failed for a reason that another try in the next cycle would not cure. */
  onEscrow(source: ProvisioningEntry['source']): void
}

/** How often a throttled request is repeated within one cycle before the object is left to the next. */
const THROTTLE_TRIES = 6
const THROTTLE_WAIT_MS = 1000

/** Sends requests one after another or in parallel, judges answers as Entra does, and reports. Shared by both clients. */
export function createProvisioner(
  client: ScimClient,
  hooks: RunHooks,
  concurrency: number,
  watch: Watch | null = null
) {
  const progress = hooks.progress ?? noProgress(0)
  const announce = () => hooks.onProgress?.({ ...progress })

  // Objects are handled side by side: what ends the run for one ends it for all, before their next request.
  let over: RunEnded | null = null
  const end = (why: RunEnded['why'], detail: string): RunEnded => (over ??= new RunEnded(why, detail))

  async function ask(request: ScimRequest): Promise<Verdict> {
    for (let attempt = 1; ; attempt++) {
      if (hooks.pauseMs) await hooks.wait(hooks.pauseMs)
      if (over) throw over
      if (hooks.signal?.aborted) throw end('stopped', 'Stopped before the next request.')
      progress.requests++
      const answer = await client.send(request)
      hooks.onAnswer?.(request, answer.kind === 'answered' ? answer.status : null, answer.durationMs)
      const verdict = judge(request, answer)
      if (verdict.isSuccess) return verdict
      if (verdict.quarantines) throw end('quarantined', `${verdict.code}: ${verdict.detail}`)
      if (verdict.fate !== 'throttled' || attempt === THROTTLE_TRIES) return verdict
      await hooks.wait(verdict.retryAfterMs ?? THROTTLE_WAIT_MS * attempt)
    }
  }

  function report(entry: ProvisioningEntry, isReference = false) {
    if (entry.status === 'Failure') progress.failures++
    hooks.onEntry?.(entry)
    const quarantine = watch?.onOutcome(entry, isReference) ?? null
    if (quarantine !== null) throw end('quarantined', quarantine)
  }

  return {
    ask,
    report,
    fail(
      entry: Omit<ProvisioningEntry, 'status' | 'code' | 'detail'>,
      verdict: Pick<Failed, 'code' | 'detail' | 'fate'>,
      isReference = false
    ) {
      if (verdict.fate === 'escrow') watch?.onEscrow(entry.source)
      report({ ...entry, status: 'Failure', code: verdict.code, detail: verdict.detail }, isReference)
    },
    /** Handles the items of one phase, several at a time, and counts them as progress. */
    async inPhase<T>(phase: string, items: Iterable<T>, handleItem: (item: T) => Promise<void>) {
      const queue = [...items]
      Object.assign(progress, { step: progress.step + 1, phase, done: 0, total: queue.length })
      announce()
      const iterator = queue.values()
      const worker = async () => {
        for (const item of iterator) {
          await handleItem(item)
          progress.done++
          announce()
        }
      }
      const workers = Array.from({ length: Math.max(1, Math.min(concurrency, queue.length)) }, worker)
      const settled = await Promise.allSettled(workers)
      const failed = settled.find(outcome => outcome.status === 'rejected')
      if (failed) throw failed.reason
    }
  }
}
export type Provisioner = ReturnType<typeof createProvisioner>
