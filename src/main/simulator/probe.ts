import type { ScimRequest } from './entra-requests'
import { NO_SCIM } from './judge'
import { type Provisioner, RunEnded } from './provisioner'

/** A probe that nobody answers is repeated as often. */
const TRIES = 3

/**
 * One question of the connection test. Nothing that speaks SCIM there, or a refusal: quarantine. Nobody answers, or not now:
 * asked again, then left to the next cycle.
 *
 * @throws RunEnded unless it was answered
 */
export async function probe(provisioner: Provisioner, question: () => ScimRequest): Promise<void> {
  for (let tries = 1; ; tries++) {
    const verdict = await provisioner.ask(question())
    if (verdict.isSuccess) return
    const isAnswered = verdict.fate !== 'next-cycle' && verdict.fate !== 'throttled'
    if (isAnswered || verdict.code === NO_SCIM)
      throw new RunEnded('quarantined', `${verdict.code}: ${verdict.detail}`)
    if (tries === TRIES) throw new RunEnded('failed', `CredentialValidationUnavailable: ${verdict.detail}`)
  }
}
