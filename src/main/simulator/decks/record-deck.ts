import type { DeckStep, LeftOut } from '../../../shared/deck'
import type { ExchangeDetail } from '../../../shared/exchange'
import { type Json, SCIM_BASE_PATH } from '../../../shared/scim'
import { asObject } from '../mapping'

/** Longer quiet is told as this much: nobody watches a cycle's pause. */
const LONGEST_PAUSE_MS = 60_000
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
/** What looks like an id of a resource: ours are UUIDs. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/**
 * Recorded exchanges as steps that can be played anywhere: ids that an answer gave become `{{r1}}`, to be learnt again from the
 * answers when it is played.
 *
 * @param exchanges the oldest first, with whole bodies
 */
export function recordDeck(exchanges: ExchangeDetail[]): { steps: DeckStep[]; leftOut: LeftOut } {
  const leftOut: LeftOut = { otherCount: 0, unreadableCount: 0, unresolvedCount: 0 }
  const names = new Map<string, string>()
  const steps: DeckStep[] = []
  let lastAt: number | null = null

  for (const exchange of exchanges) {
    if (!isPlayable(exchange)) {
      leftOut.otherCount++
      continue
    }
    const request = readBody(exchange.requestBody)
    if (request === undefined) {
      leftOut.unreadableCount++
      continue
    }
    const path = exchange.target.slice(exchange.target.indexOf(SCIM_BASE_PATH) + SCIM_BASE_PATH.length)
    const withNames = (text: string) => text.replace(ID, id => nameOf(names, id) ?? id)
    const step: DeckStep = {
      method: exchange.method as DeckStep['method'],
      path: withNames(path),
      body: request === null ? null : (JSON.parse(withNames(JSON.stringify(request))) as Json),
      pauseMs: lastAt === null ? 0 : Math.min(LONGEST_PAUSE_MS, Math.max(0, exchange.startedAt - lastAt)),
      status: exchange.status ?? 200,
      captures: capturesOf(exchange, names)
    }
    if (namesUnknown(step)) leftOut.unresolvedCount++
    steps.push(step)
    lastAt = exchange.startedAt
  }
  return { steps, leftOut }
}

const isPlayable = ({ origin, method, target, story, status }: ExchangeDetail): boolean =>
  origin === 'scim' &&
  METHODS.has(method) &&
  target.startsWith(`${SCIM_BASE_PATH}/`) &&
  status !== null &&
  story.kind !== 'refused' &&
  story.told === undefined

/** null: there was none. undefined: nobody can play it. */
function readBody(body: ExchangeDetail['requestBody']): Json | null | undefined {
  if (body === null || body.text === '') return null
  if (body.isCut) return undefined
  try {
    return JSON.parse(body.text) as Json
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const nameOf = (names: Map<string, string>, id: string): string | undefined => {
  const name = names.get(id.toLowerCase())
  return name && `{{${name}}}`
}

/** Gives a name to every id that this answer is the first to tell. */
function capturesOf(exchange: ExchangeDetail, names: Map<string, string>): DeckStep['captures'] {
  const answer = readBody(exchange.responseBody)
  if (answer === null || answer === undefined) return []
  const { id, Resources } = asObject(answer)
  const told: [Json | undefined, string][] = [
    [id, '/id'],
    ...(Array.isArray(Resources)
      ? Resources.map((resource, at): [Json | undefined, string] => [
          asObject(resource).id,
          `/Resources/${at}/id`
        ])
      : [])
  ]
  return told.flatMap(([value, pointer]) => {
    if (typeof value !== 'string' || names.has(value.toLowerCase())) return []
    const name = `r${names.size + 1}`
    names.set(value.toLowerCase(), name)
    return [{ name, pointer }]
  })
}

/** `/Users/4f1c…`: addressed by an id that nothing before has told. */
const namesUnknown = ({ path }: DeckStep): boolean => /^\/\w+\/[0-9a-f-]{36}(?:$|[/?])/i.test(path)
