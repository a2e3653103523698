import type { JsonObject } from '../../shared/scim'
import type { SingleAnswer, SingleRequest } from '../../shared/simulator'
import { createScimClient } from './scim-client'
import type { Destination } from './work'

/**
 * Sends one request as the chosen client would, and hands back what came.
 *
 * @throws SyntaxError when the body is no JSON
 */
export async function sendSingle(
  request: SingleRequest,
  { target, simulated }: Destination
): Promise<SingleAnswer> {
  const body = request.body.trim() === '' ? undefined : (JSON.parse(request.body) as JsonObject)
  const client = createScimClient(target, request.client, { extraHeaders: simulated })
  try {
    const answer = await client.send({
      method: request.method,
      path: request.path,
      ...(body !== undefined && { body })
    })
    if (answer.kind === 'unanswered') return answer
    const { status, headers, text, durationMs } = answer
    return {
      kind: 'answered',
      status,
      headers: Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]),
      text,
      durationMs
    }
  } finally {
    client.close()
  }
}
