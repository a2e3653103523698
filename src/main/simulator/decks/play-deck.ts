import { randomUUID } from 'node:crypto'
import type { Deck, DeckSpeed, DeckStep } from '../../../shared/deck'
import { noProgress, type ProvisioningEntry } from '../../../shared/provisioning'
import type { Json, JsonObject } from '../../../shared/scim'
import type { Destination, RunContext, RunEnd } from '../work'
import { encodeQuery } from '../entra-requests'
import { asObject } from '../mapping'
import { percentiles } from '../run-scenario'
import { createScimClient, type ScimClient } from '../scim-client'
import { entryOf, inWords, learnNames } from './deck-entry'

const PLACEHOLDER = /\{\{(r\d+)\}\}/g

/**
 * Plays a deck, one request after the other, with the story's pauses. Who exists at the target already is found instead of
 * created, so that the same deck can be played again.
 */
export async function playDeck(
  deck: Pick<Deck, 'steps'>,
  speed: DeckSpeed,
  { target, simulated }: Destination,
  context: RunContext
): Promise<RunEnd> {
  const client = createScimClient(target, 'entra', { extraHeaders: simulated })
  const ids = new Map<string, string>()
  const names = new Map<string, string>()
  const latencies: number[] = []
  const progress = { ...noProgress(deck.steps.length), total: deck.steps.length }
  try {
    for (const recorded of deck.steps) {
      if (speed > 0 && recorded.pauseMs > 0) await context.wait(recorded.pauseMs / speed)
      if (context.signal.aborted) return { state: 'stopped', detail: 'Stopped before the next request.' }

      const step = filled(recorded, ids)
      progress.step++
      progress.requests++
      progress.phase = inWords(step)
      const answer = await client.send({
        method: step.method,
        path: step.path,
        ...(step.body !== null && { body: step.body as JsonObject })
      })
      latencies.push(answer.durationMs)
      const entry = entryOf(step, answer, names)
      if (answer.kind === 'answered') {
        learnNames(answer.json, names)
        const isTaken = answer.status === 409 && recorded.status !== 409 && step.method === 'POST'
        const isThere = isTaken && (await find(client, step, ids))
        if (isThere) Object.assign(entry, ALREADY_THERE)
        else learn(step, answer.json, ids)
      }
      if (entry.status === 'Failure' && recorded.status < 400) progress.failures++
      progress.done++
      // A look-up that was answered is no entry, as in Entra's own log.
      if (step.method !== 'GET' || entry.status === 'Failure') context.entry(entry)
      context.tell({ progress: { ...progress } })
    }
    context.tell({ latencyMs: percentiles(latencies) })
    return { state: 'complete', detail: null }
  } finally {
    client.close()
  }
}

const ALREADY_THERE: Partial<ProvisioningEntry> = {
  status: 'Skipped',
  code: 'EntrySynchronizationSkipped',
  detail: 'It is there already; the deck goes on with that one.'
}

/** An id that no answer has told stands for nobody. */
function filled(step: DeckStep, ids: Map<string, string>): DeckStep {
  const fill = (text: string) =>
    text.replace(PLACEHOLDER, (_, name: string) => {
      if (!ids.has(name)) ids.set(name, randomUUID())
      return ids.get(name)!
    })
  const body = step.body === null ? null : (JSON.parse(fill(JSON.stringify(step.body))) as Json)
  return { ...step, path: fill(step.path), body }
}

function learn(step: DeckStep, answer: Json | undefined, ids: Map<string, string>): void {
  for (const { name, pointer } of step.captures) {
    const value = pointer
      .split('/')
      .slice(1)
      .reduce<Json | undefined>(
        (at, key) => (Array.isArray(at) ? at[Number(key)] : asObject(at)[key]),
        answer
      )
    if (typeof value === 'string') ids.set(name, value)
  }
}

/** Looks for whoever has the name that was taken. */
async function find(client: ScimClient, step: DeckStep, ids: Map<string, string>): Promise<boolean> {
  const body = asObject(step.body ?? undefined)
  const [attribute, value] =
    body.userName === undefined ? ['displayName', body.displayName] : ['userName', body.userName]
  const endpoint = step.path.split('?')[0]
  const answer = await client.send({
    method: 'GET',
    path: `${endpoint}?filter=${encodeQuery(`${attribute} eq ${JSON.stringify(value)}`)}`
  })
  if (answer.kind === 'unanswered') return false
  const { Resources } = asObject(answer.json)
  const id = Array.isArray(Resources) ? asObject(Resources[0]).id : undefined
  const capture = step.captures.find(({ pointer }) => pointer === '/id')
  if (typeof id !== 'string' || !capture) return false
  ids.set(capture.name, id)
  return true
}
