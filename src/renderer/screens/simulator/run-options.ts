import { create } from 'zustand'
import type { RunTarget, ScenarioRun } from '../../../shared/simulator'

/** How runs are wanted; stays while the window is open, so that a secret is never written anywhere. */
export interface RunOptions {
  dialect: ScenarioRun['dialect']
  /** null: as the scenario has it. */
  users: number | null
  groups: number | null
  seed: number
  pauseMs: number
  isElsewhere: boolean
  url: string
  secret: string
}

export const useRunOptions = create<RunOptions>(() => ({
  dialect: 'entra',
  users: null,
  groups: null,
  seed: 1,
  pauseMs: 0,
  isElsewhere: false,
  url: '',
  secret: ''
}))

export const setRunOptions = (change: Partial<RunOptions>) => useRunOptions.setState(change)

export const isUrl = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text)

/** Why nothing can be sent there, or null. */
export const reasonNotToSend = ({ isElsewhere, url, secret }: RunOptions): 'url' | 'secret' | null => {
  if (!isElsewhere) return null
  if (!isUrl(url)) return 'url'
  return secret === '' ? 'secret' : null
}

export const targetOf = ({ isElsewhere, url, secret }: RunOptions): RunTarget =>
  isElsewhere ? { url, secret } : null
