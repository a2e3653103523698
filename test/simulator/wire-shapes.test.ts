import { expect, test } from 'vitest'
import { startEngine } from '../../src/main/engine/started.fixture'
import { type Dialect, SCENARIOS } from '../../src/main/simulator/scenarios'
import type { Json, JsonObject } from '../../src/shared/scim'
import { CONVERSATIONS, readConversation } from '../conversations/replay'
import { sentBy } from './sent'

const CLIENTS: Record<Dialect, RegExp> = { entra: /^entra/, 'entra-flag': /^entra/, okta: /^okta/ }
/** Lines that no client sends, or only validators and other clients do. */
const NOT_SENT = /^(SETUP|VERIFY)/

/** Documented or observed, but in none of the recordings. */
const UNRECORDED: Record<string, string> = {
  'remove manager[value eq …]': 'observed at another server, without the URN',
  'Remove manager[value eq …]': 'observed at another server, without the URN',
  'replace a string': 'one value under the flag keeps its path, as recorded for add and for active'
}

/** `GET /scim/v2/Users?filter=userName+eq+%22…%22` with its headers, whoever it is about. */
const headOf = (method: string, target: string, headers: Record<string, string>): string => {
  const path = target
    .replace(/%22.*?%22/g, '%22…%22')
    .replace(/(?<=^\/scim\/v2\/\w+\/)(\$\{\w+\}|[^/?]+)/, '…')
  const named = Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== 'authorization')
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
  return [`${method} ${path}`, ...named.sort()].join('\n')
}

/** Plain, dotted, filtered or URN-prefixed: how a path is written, not which attribute it names. */
const pathShape = (path: string): string =>
  /^(active|members|manager)\b/.test(path) || path.endsWith(':manager')
    ? path.replace(/"[^"]*"/g, '…')
    : path
        .replace(/^urn:[\w.:-]+:(\w+)$/, 'urn:…')
        .replace(/^\w+\[(\w+) eq "\w+"\]\.\w+$/, 'a[$1 eq …].b')
        .replace(/^\w+\.\w+$/, 'a.b')
        .replace(/^\w+$/, 'a')

const valueShape = (value: Json | undefined): string => {
  if (Array.isArray(value)) return `[${[...new Set(value.map(valueShape))].join(' | ')}]`
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value)
    if (keys.some(key => /[.:]/.test(key)) || !('value' in value || 'id' in value)) return 'values by path'
    const members = Object.entries(value).map(([key, inner]) => `${key}: ${valueShape(inner)}`)
    return `{${members.join(', ')}}`
  }
  return value === undefined ? 'none' : value === null ? 'null' : typeof value
}

const operationShape = ({ op, path, value }: JsonObject): string =>
  `${String(op)} ${path === undefined ? '(no path)' : pathShape(String(path))} ${valueShape(value)}`

const operationsOf = (body: JsonObject): string[] => (body.Operations as JsonObject[]).map(operationShape)

/** `name familyName: string`, in the order they stand in the body. What Okta sends back as it was read is not looked into. */
const keysOf = (value: Json, at = ''): string[] => {
  if (Array.isArray(value))
    return value.length === 0 ? [`${at}: []`] : value.flatMap(one => keysOf(one, `${at}[]`))
  if (value === null || typeof value !== 'object') return [`${at}: ${typeof value}`]
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [
    key,
    /^(meta|groups)$/.test(key) ? [] : inner
  ])
  return entries.flatMap(([key, inner]) => keysOf(inner, at === '' ? key : `${at} ${key}`))
}

const recorded = (dialect: Dialect) =>
  CONVERSATIONS.filter(({ name }) => CLIENTS[dialect].test(name))
    .flatMap(({ name }) => readConversation(name))
    .filter(({ note }) => !NOT_SENT.test(note))
    .map(({ request }) => ({ ...request, body: (request.body ?? null) as JsonObject | null }))

/** Whether `shown` holds these in this order, others between them or not. */
const holdsInOrder = (shown: string[], keys: string[]): boolean => {
  let from = 0
  return keys.every(key => {
    const at = shown.indexOf(key, from)
    from = at < 0 ? from : at
    return at >= 0
  })
}

test.each<Dialect>(['entra', 'entra-flag', 'okta'])(
  'every request of every scenario has a shape that was recorded: %s',
  async dialect => {
    const lines = recorded(dialect)
    const heads = new Set(lines.map(({ method, path, headers }) => headOf(method, path, headers)))
    const operations = new Set(lines.flatMap(({ body }) => (body?.Operations ? operationsOf(body) : [])))
    const bodies = lines.flatMap(({ method, path, body }) =>
      body && !body.Operations ? [{ at: `${method} ${path.split('/')[3]}`, keys: keysOf(body) }] : []
    )

    const started = await startEngine()
    const unlike = new Set<string>()
    for (const [number, scenario] of SCENARIOS.entries()) {
      const sent = await sentBy(started, { scenario, dialect, seed: 100 + number, cycles: 3 })
      for (const { method, target, headers, body: text } of sent) {
        const head = headOf(method, target, headers)
        if (!heads.has(head)) unlike.add(`${scenario.name}: ${head}`)
        if (text === '') continue
        const body = JSON.parse(text) as JsonObject
        if (body.Operations) {
          for (const shape of operationsOf(body)) {
            const isKnown =
              operations.has(shape) || Object.keys(UNRECORDED).some(one => shape.startsWith(one))
            if (!isKnown) unlike.add(`${scenario.name}: ${shape}`)
          }
          continue
        }
        const at = `${method} ${target.split('/')[3]}`
        const isKnown = bodies.some(one => one.at === at && holdsInOrder(one.keys, keysOf(body)))
        if (!isKnown) unlike.add(`${scenario.name}: ${at} ${keysOf(body).join(', ')}`)
      }
    }
    expect([...unlike]).toEqual([])
  }
)
