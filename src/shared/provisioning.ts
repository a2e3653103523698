/** An entry of a provisioning log, in the words that Entra's own log uses. */
export interface ProvisioningEntry {
  action: 'Create' | 'Update' | 'Disable' | 'Delete' | 'Other'
  status: 'Success' | 'Failure' | 'Skipped'
  source: { type: 'User' | 'Group'; objectId: string; name: string }
  targetId: string | null
  modified: { property: string; value: string }[]
  /** Entra's error code, for example `EntryConflict`; null on success. */
  code: string | null
  detail: string | null
}

export interface RunProgress {
  /** Steps of the whole run, counted from 1: each cycle is a few phases. */
  step: number
  steps: number
  /** What is going on now, for example "Users". */
  phase: string
  done: number
  total: number
  requests: number
  failures: number
}

export const noProgress = (steps: number): RunProgress => ({
  step: 0,
  steps,
  phase: '',
  done: 0,
  total: 0,
  requests: 0,
  failures: 0
})
