import { ScimError } from './errors'

/** What a call gives back or throws. */
export function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error
  }
}

/** The ScimError that a call has to throw. */
export function refusal(read: () => unknown): ScimError {
  const outcome = attempt(read)
  if (outcome instanceof ScimError) return outcome
  throw new Error(`expected a ScimError, got ${String(outcome)}`, { cause: outcome })
}
