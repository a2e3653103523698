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
  /** What is going on now, for example "Users". */
  phase: string
  done: number
  total: number
  requests: number
  failures: number
}
