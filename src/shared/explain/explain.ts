import { sentenceText } from '../describe'
import type { ExchangeDetail, ToleranceUse } from '../exchange'
import type { Named } from '../scim'
import { TOKEN_PATH } from '../tenant-url'
import { en as enStories, type StoryWords } from '../words/en'
import type { Answer } from './answer'
import type { AnswerName } from './answers'
import { explainTolerance } from './tolerances'
import { en, type ExplainWords } from './words'

export interface Paragraph {
  text: string
  /** The standard that says so: "RFC 7644 §3.12". */
  reference?: string
  /** A word to be shown as it is spelled: an Entra code or a scimType. */
  code?: string
  /** A resource that the console links. */
  link?: Named
}

export interface ExplainSection {
  key: keyof ExplainWords['titles']
  title: string
  paragraphs: Paragraph[]
}

/**
 * An exchange in words: what it was about, which habits of the client were read generously, what the answer means by the
 * standard, what Entra's administrator will see and what Entra does next, and how to fix it. Sections without content are left out.
 */
export function explain(
  exchange: ExchangeDetail,
  words: ExplainWords = en,
  stories: StoryWords = enStories
): ExplainSection[] {
  const answer = words.answers[answerOf(exchange)]
  const paragraphs: Record<ExplainSection['key'], Paragraph[]> = {
    about: about(exchange, stories),
    tolerances: exchange.tolerances.map(use => toleranceParagraph(use, words)),
    meaning: meaning(exchange, answer, words),
    entra: entra(exchange, answer, words),
    fix: fix(exchange, answer, words)
  }
  return ORDER.map(key => ({ key, title: words.titles[key], paragraphs: paragraphs[key] })).filter(
    section => section.paragraphs.length > 0
  )
}

const ORDER = ['about', 'tolerances', 'meaning', 'entra', 'fix'] as const

/** Which row of the table of answers applies. */
export function answerOf(exchange: ExchangeDetail): AnswerName {
  if (exchange.origin === 'console') return 'atConsole'
  switch (exchange.ending) {
    case 'open':
      return 'open'
    case 'client-gone':
      return 'clientGone'
    case 'interrupted':
      return 'interrupted'
    case 'not-http':
      return exchange.story.kind === 'not-http' && exchange.story.isTls ? 'tlsOnPlainPort' : 'notHttp'
    case 'malformed':
      return 'malformed'
    case 'answered':
      return answerOfStatus(exchange, exchange.status ?? 500)
  }
}

function answerOfStatus(exchange: ExchangeDetail, status: number): AnswerName {
  if (status < 300 && status !== 204)
    return isScimAnswer(exchange) ? answerOfSuccess(exchange, status) : 'notScim'
  if (status >= 400 && status < 500 && isTokenRequest(exchange))
    return status === 401 ? 'clientRefused' : 'badTokenRequest'
  if (status === 404) return answerOfNotFound(exchange)
  if (status === 409) return exchange.method === 'POST' ? 'conflictOnCreate' : 'conflictOnChange'
  const known = BY_STATUS[status]
  if (known) return known
  return status >= 500 ? 'serverFault' : status >= 400 ? 'badRequest' : 'ok'
}

const isTokenRequest = ({ target }: ExchangeDetail): boolean => target.split('?', 1)[0] === TOKEN_PATH

const BY_STATUS: Partial<Record<number, AnswerName>> = {
  204: 'noContent',
  304: 'notModified',
  401: 'unauthorized',
  403: 'forbidden',
  405: 'methodNotAllowed',
  406: 'notAcceptable',
  412: 'preconditionFailed',
  413: 'tooLarge',
  415: 'wrongMediaType',
  422: 'unprocessable',
  429: 'tooManyRequests',
  501: 'notImplemented',
  507: 'storageFull'
}

function answerOfSuccess({ responseBody }: ExchangeDetail, status: number): AnswerName {
  if (status !== 201) return 'ok'
  // A body that was cut for the screen says nothing about what it lacks.
  return responseBody?.isCut || /"id"\s*:/.test(responseBody?.text ?? '') ? 'created' : 'createdWithoutId'
}

/** One resource is addressed by its id: `/Users/4f1c`. */
const RESOURCE_PATH = /\/(?:Users|Groups|[A-Z][A-Za-z]*s)\/[^/?]+\/?(?:\?|$)/

function answerOfNotFound({ method, target }: ExchangeDetail): AnswerName {
  if (!RESOURCE_PATH.test(target)) return 'unknownPath'
  return method === 'DELETE' ? 'alreadyGone' : 'notFound'
}

function isScimAnswer({ method, story, responseHeaders, responseBody }: ExchangeDetail): boolean {
  if (method === 'HEAD' || story.kind === 'health') return true
  const type = responseHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return /^application\/(scim\+)?json\b/i.test(type) && /^\s*\{/.test(responseBody?.text ?? '')
}

function about({ story, resource }: ExchangeDetail, stories: StoryWords): Paragraph[] {
  return [{ text: sentenceText(story, stories), ...(resource && { link: resource }) }]
}

function toleranceParagraph(use: ToleranceUse, words: ExplainWords): Paragraph {
  const { sentence } = explainTolerance(use, words.tolerances)
  return { text: use.detail === '' ? sentence : `${sentence} (${use.detail})`, code: use.name }
}

function meaning({ story, status }: ExchangeDetail, answer: Answer, words: ExplainWords): Paragraph[] {
  const text = status === null ? answer.meaning : `${status}: ${answer.meaning}`
  const paragraphs: Paragraph[] = [
    { text, ...(answer.reference !== null && { reference: answer.reference }) }
  ]
  if (story.kind === 'refused') paragraphs.push({ text: words.refusal(story.refusal).cause })
  if (story.kind === 'failed') {
    const { scimType, detail } = story
    if (scimType !== null) {
      const { meaning: said, reference } = words.scimTypes[scimType]
      paragraphs.push({ text: `${scimType}: ${said}.`, code: scimType, reference })
    }
    if (detail !== '') paragraphs.push({ text: words.says(detail) })
  }
  return paragraphs
}

function entra({ story }: ExchangeDetail, answer: Answer, words: ExplainWords): Paragraph[] {
  const paragraphs: Paragraph[] = []
  if (answer.code !== null) {
    paragraphs.push({ text: words.shownAs(answer.code), code: answer.code })
  }
  paragraphs.push({ text: answer.reaction })
  const told = words.story(story)
  if (told !== null) {
    paragraphs.push(told.includes(DUPLICATE) ? { text: told, code: DUPLICATE } : { text: told })
  }
  return paragraphs
}

const DUPLICATE = 'DuplicateTargetEntries'

function fix({ story }: ExchangeDetail, answer: Answer, words: ExplainWords): Paragraph[] {
  const steps = story.kind === 'refused' ? [words.refusal(story.refusal).fix] : answer.fix
  return steps.map(text => ({ text }))
}
