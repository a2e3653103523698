import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json, JsonObject } from '../../src/shared/scim'

/** One line of a conversation. Format and marks: docs/entra.md; the files are recorded-style and their people invented. */
export interface Line {
  seq: number
  note: string
  request: { method: string; path: string; headers: Record<string, string>; body: Json }
  expect: { status: number; body?: Json; absent?: string[]; count?: Record<string, number> }
  capture?: Record<string, string>
}

/** Sends a request exactly as given: its target on the wire as it is, no header added but those that HTTP needs. */
export type Send = (request: {
  method: string
  path: string
  headers: Record<string, string>
  body: string | null
}) => Promise<{ status: number; body: string }>

export const CONVERSATIONS = [
  { name: 'entra-test-connection', startsAfter: null, lines: 13 },
  { name: 'entra-initial-cycle', startsAfter: null, lines: 62 },
  { name: 'entra-incremental-cycle', startsAfter: 'entra-initial-cycle', lines: 67 },
  { name: 'entra-provision-on-demand', startsAfter: null, lines: 26 },
  { name: 'okta-lifecycle', startsAfter: null, lines: 25 }
] as const
export type ConversationName = (typeof CONVERSATIONS)[number]['name']

export function readConversation(name: ConversationName): Line[] {
  const text = readFileSync(join(import.meta.dirname, `${name}.jsonl`), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
}

/**
 * Plays a conversation from top to bottom.
 *
 * @returns one sentence per line that was not answered as expected; none when all were
 */
export async function replay(name: ConversationName, send: Send, token: string): Promise<string[]> {
  const known: Record<string, string> = { token }
  const faults: string[] = []

  for (const line of readConversation(name)) {
    const { request, expect } = fill(line, known)
    const answer = await send({
      method: request.method,
      path: request.path,
      headers: request.headers,
      body: request.body === null ? null : JSON.stringify(request.body)
    })
    const body = parse(answer.body)
    const found = findings(expect, answer.status, body)
    if (found.length > 0) {
      faults.push(
        `${name} #${line.seq} ${request.method} ${request.path}: ${found.join('; ')} — ${answer.body}`
      )
    }
    for (const [variable, pointer] of Object.entries(line.capture ?? {})) {
      const value = at(body, pointer)
      if (typeof value === 'string') known[variable] = value
      else faults.push(`${name} #${line.seq}: nothing to capture at ${pointer}`)
    }
  }
  return faults
}

function parse(text: string): Json | undefined {
  return text === '' ? undefined : (JSON.parse(text) as Json)
}

function fill(line: Line, known: Record<string, string>): Pick<Line, 'request' | 'expect'> {
  const text = JSON.stringify({ request: line.request, expect: line.expect })
  const filled = text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = known[name]
    if (value === undefined) throw new Error(`#${line.seq} needs \${${name}}, which no line before captured`)
    return JSON.stringify(value).slice(1, -1)
  })
  return JSON.parse(filled) as Pick<Line, 'request' | 'expect'>
}

function findings(expected: Line['expect'], status: number, body: Json | undefined): string[] {
  const found: string[] = []
  if (status !== expected.status) found.push(`status ${status}, not ${expected.status}`)
  if (expected.body !== undefined) found.push(...missing(expected.body, body, ''))
  for (const pointer of expected.absent ?? []) {
    if ((at(body, pointer) ?? null) !== null) found.push(`${pointer} should be absent`)
  }
  for (const [pointer, count] of Object.entries(expected.count ?? {})) {
    const list = at(body, pointer) ?? []
    const actual = Array.isArray(list) ? list.length : Number.NaN
    if (actual !== count) found.push(`${pointer} has ${actual} elements, not ${count}`)
  }
  return found
}

/** Where `expected` is not contained in `actual`: members and elements may be more, never fewer or of another type. */
export function missing(expected: Json, actual: Json | undefined, path: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path} is no array`]
    if (expected.length === 0) return actual.length === 0 ? [] : [`${path} should be empty`]
    return expected.flatMap((element, index) =>
      actual.some(candidate => missing(element, candidate, path).length === 0)
        ? []
        : [`${path}/${index} ${JSON.stringify(element)} is in no element`]
    )
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return [`${path} is no object`]
    return Object.entries(expected).flatMap(([name, value]) =>
      missing(value, Object.hasOwn(actual, name) ? actual[name] : undefined, `${path}/${name}`)
    )
  }
  return expected === actual ? [] : [`${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]
}

/** RFC 6901. */
function at(body: Json | undefined, pointer: string): Json | undefined {
  const names = pointer
    .split('/')
    .slice(1)
    .map(name => name.replaceAll('~1', '/').replaceAll('~0', '~'))
  return names.reduce<Json | undefined>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)]
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  }, body)
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
