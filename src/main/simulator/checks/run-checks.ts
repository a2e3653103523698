import type { CheckReport, CheckResult } from '../../../shared/check'
import { asObject } from '../mapping'
import { createScimClient, type Target } from '../scim-client'
import { type Check, createSession, Faulty } from './check'
import { discoveryChecks } from './discovery'
import { groupChecks } from './groups'
import { managerChecks } from './managers'
import { patchRefusalChecks } from './patch-refusals'
import { patchChecks } from './patches'
import { protocolChecks } from './protocol'
import { queryChecks } from './queries'
import { userChecks } from './users'

export const CHECKS: readonly Check[] = [
  ...discoveryChecks,
  ...userChecks,
  ...queryChecks,
  ...patchChecks,
  ...patchRefusalChecks,
  ...managerChecks,
  ...groupChecks,
  ...protocolChecks
]

/**
 * Runs every check against a server through its front door. What a check makes is deleted after it. Checks of features that the
 * server's ServiceProviderConfig disclaims count as "not claimed".
 * @param names makes names that no other run uses
 */
export async function runChecks(
  target: Target,
  names: () => string,
  options: {
    onResult?: (result: CheckResult) => void
    /** Ends it before the next check; the report then has only those before. */
    signal?: AbortSignal
    extraHeaders?: Record<string, string>
  } = {}
): Promise<CheckReport> {
  const { onResult, signal, extraHeaders } = options
  const client = createScimClient(target, 'entra', { extraHeaders })
  try {
    const config = await client.send({ method: 'GET', path: '/ServiceProviderConfig' })
    if (config.kind === 'unanswered') throw new Error(`${target.url} does not answer: ${config.reason}`)
    const people = await client.send({ method: 'GET', path: '/Users?count=1' })
    if (people.kind === 'answered' && (people.status === 401 || people.status === 403))
      throw new Error(`${target.url} refuses the token (${people.status}).`)
    const claims = asObject(config.json)
    const results: CheckResult[] = []
    for (const check of CHECKS) {
      if (signal?.aborted) break
      const result = await runCheck(check)
      results.push(result)
      onResult?.(result)
    }
    const count = (verdict: CheckResult['verdict']) =>
      results.filter(result => result.verdict === verdict).length
    return {
      url: target.url,
      holds: count('holds'),
      fails: count('fails'),
      notClaimed: count('not claimed'),
      results
    }

    async function runCheck(check: Check): Promise<CheckResult> {
      const { id, title, rule } = check
      if (check.needs && !isClaimed(check.needs, claims))
        return { id, title, rule, verdict: 'not claimed', seen: null, sent: [] }
      const session = createSession(client, names)
      try {
        await check.run(session)
        return { id, title, rule, verdict: 'holds', seen: null, sent: session.sent }
      } catch (error) {
        if (!(error instanceof Faulty)) throw error
        return { id, title, rule, verdict: 'fails', seen: error.message, sent: session.sent }
      } finally {
        await session.tidyUp()
      }
    }
  } finally {
    client.close()
  }
}

function isClaimed(feature: NonNullable<Check['needs']>, config: ReturnType<typeof asObject>): boolean {
  if (feature === 'cursor') return asObject(config.pagination).cursor === true
  return asObject(config[feature]).supported === true
}
