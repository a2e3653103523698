import { useState } from 'react'
import { problemOf } from './useCall'

/** What a dialog is there for: whether it is under way, and the sentence that it was refused with. It may be tried again. */
export function useDeed(deed: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const run = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await deed()
    } catch (error) {
      setProblem(problemOf(error).message)
      setBusy(false)
    }
  }
  return { isBusy, problem, run: () => void run() }
}
