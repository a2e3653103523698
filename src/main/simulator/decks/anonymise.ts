import type { DeckStep } from '../../../shared/deck'
import type { Json, JsonObject } from '../../../shared/scim'
import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from '../../../shared/scim'
import { encodeQuery } from '../entra-requests'
import { createIdentities, type Identities, type Original } from './identities'
import { kindOf, type TextKind } from './text-kinds'

/** Gives the text that stands in place of one of a kind. */
type Replace = (text: string, kind: TextKind) => string

/**
 * The same story about other people. Everything that a client wrote is replaced, unless it is known to say nothing about anybody
 * (schemas, operations, types, booleans): what is not known is treated as a secret. The same original always becomes the same
 * invention, in names, addresses and look-ups alike, so the story still holds together.
 */
export function anonymise(steps: DeckStep[]): DeckStep[] {
  const originals: Original[] = []
  for (const step of steps)
    retell(step, (text, kind) => {
      originals.push({ text, kind })
      return text
    })
  const identities = createIdentities(originals)
  return steps.map(step => retell(step, (text, kind) => invented(identities, text, kind)))
}

function invented(identities: Identities, text: string, kind: TextKind): string {
  // Ids that an answer will give are told by their place, not by their value.
  return /^\{\{r\d+\}\}$/.test(text) ? text : identities.for(text, kind)
}

function retell(step: DeckStep, replace: Replace): DeckStep {
  return {
    ...step,
    path: retellPath(step.path, replace),
    body: step.body === null ? null : retellValue(step.body, [], step.path.startsWith('/Groups'), replace)
  }
}

/** `/Users/4f1c…?filter=userName+eq+"anna"`: ids in the path and literals in the query. */
function retellPath(target: string, replace: Replace): string {
  const [path = '', query] = target.split('?', 2)
  const [, endpoint = '', ...rest] = path.split('/')
  const isGroup = endpoint === 'Groups'
  const tidy = ['', endpoint, ...rest.map(segment => replace(decode(segment), 'id'))].join('/')
  if (query === undefined) return tidy
  const parameters = query.split('&').map(parameter => {
    const at = parameter.indexOf('=')
    if (at < 0) return KNOWN_FLAGS.test(parameter) ? parameter : replace(decode(parameter), 'text')
    const [name, value] = [parameter.slice(0, at), decode(parameter.slice(at + 1))]
    if (name === 'filter') return `filter=${encodeQuery(retellFilter(value, isGroup, replace))}`
    return PLAIN_PARAMETERS.has(name) ? parameter : `${name}=${encodeQuery(replace(value, 'text'))}`
  })
  return `${tidy}?${parameters.join('&')}`
}

const KNOWN_FLAGS = /^aadoptscim062020$/i
const PLAIN_PARAMETERS = new Set([
  'startIndex',
  'count',
  'attributes',
  'excludedAttributes',
  'sortBy',
  'sortOrder'
])

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

const COMPARISON = /([\w:.$-]+(?:\[[^\]]*\])?(?:\.[\w$]+)?)(\s+\w\w\s+)"((?:[^"\\]|\\.)*)"/g

/** `emails[type eq "work"].value eq "anna@…"`: literals by the attribute they are compared with. */
function retellFilter(filter: string, isGroup: boolean, replace: Replace): string {
  return filter.replace(COMPARISON, (_, path: string, operator: string, literal: string) => {
    const inner = path.replace(
      /\[([^\]]*)\]/,
      (_match, inside: string) => `[${retellFilter(inside, isGroup, replace)}]`
    )
    const text = JSON.parse(`"${literal}"`) as string
    return `${inner}${operator}${JSON.stringify(retellText(text, namesOf(path), isGroup, replace))}`
  })
}

/** @param names the attribute names that lead here, in lower case */
function retellValue(value: Json, names: string[], isGroup: boolean, replace: Replace): Json {
  if (typeof value === 'string') return retellText(value, names, isGroup, replace)
  if (typeof value === 'number')
    return isPlainNumber(names) ? value : Number(replace(String(value), 'number'))
  if (value === null || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(element => retellValue(element, names, isGroup, replace))

  const path = Object.entries(value).find(([name]) => name.toLowerCase() === 'path')?.[1]
  const context = typeof path === 'string' ? namesOf(path) : []
  const told: JsonObject = {}
  for (const [name, inner] of Object.entries(value)) {
    const lower = name.toLowerCase()
    if (lower === 'meta') told[name] = { resourceType: isGroup ? 'Group' : 'User' }
    else if (lower === '$ref') told[name] = null
    else if (lower === 'operations') told[name] = retellValue(inner, [], isGroup, replace)
    else if (lower === 'path' && typeof inner === 'string')
      told[name] = retellAttributePath(inner, isGroup, replace)
    else if (lower === 'value' && context.length > 0)
      told[name] = retellValue(inner, context, isGroup, replace)
    else told[retellName(name, replace)] = retellValue(inner, [...names, ...namesOf(name)], isGroup, replace)
  }
  return told
}

const retellAttributePath = (path: string, isGroup: boolean, replace: Replace): string =>
  retellName(retellFilter(path, isGroup, replace), replace)

const KNOWN_SCHEMAS = [USER_SCHEMA, GROUP_SCHEMA, ENTERPRISE_SCHEMA]

/** The name of somebody's own extension may tell whose it is. */
function retellName(name: string, replace: Replace): string {
  const [schema] = /^urn:[\w:.-]*:(?:User|Group)(?=:|$)/i.exec(name) ?? []
  if (schema === undefined || KNOWN_SCHEMAS.some(known => known.toLowerCase() === schema.toLowerCase()))
    return name
  return replace(schema, 'schema') + name.slice(schema.length)
}

/** `name.givenName` → name, givenname; `urn:…:User:department` → department; `emails[type eq "work"].value` → emails, value. */
function namesOf(path: string): string[] {
  const local = path.replace(/\[[^\]]*\]/g, '').replace(/^urn:[\w:.-]*?:(?:User|Group)(?::|$)/i, '')
  return local.toLowerCase().split('.').filter(Boolean)
}

function retellText(text: string, names: string[], isGroup: boolean, replace: Replace): string {
  const kind = kindOf(names, text, isGroup)
  if (kind === 'plain') return text
  if (kind === 'schema') return retellName(text, replace)
  return text === '' ? '' : replace(text, kind)
}

const isPlainNumber = (names: string[]): boolean => names.length === 0
