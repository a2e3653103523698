import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Header, Story } from '../../../shared/exchange'
import { isSecretHeader, redactBody, redactTarget } from '../../journal/redact'
import { ANSWER_KEPT } from '../../journal/record'
import type { OpenedExchange } from '../../journal/types'
import type { BusySockets } from '../busy-sockets'
import type { HttpDeps } from '../deps'
import { type ExchangeInProgress, beginExchange, resourceOf } from '../exchange-in-progress'
import { LongAnswer } from '../long-answer'
import { OWN_HEADER } from '../own-requests'
import { callerOf } from '../plain-address'
import type { Scrub } from '../without-secrets'

/**
 * Gives every request its row in the journal and closes it, however the exchange ends: `onResponse` after an answer, the
 * response's `close` when the client left first. (URLs that cannot be read and bytes that are no HTTP never come here:
 * `not-a-request.ts`.)
 *
 * @param busySockets those with a request in flight
 */
export function recordExchanges(
  app: FastifyInstance,
  deps: Pick<HttpDeps, 'journal' | 'scrub' | 'own'>,
  busySockets: BusySockets
): void {
  const { journal, scrub } = deps

  app.decorateRequest('exchange', null as unknown as ExchangeInProgress)

  app.addHook('onRequest', (request, reply, next) => {
    request.exchange = beginExchange(journal.open(openedBy(request.raw, deps)))
    const { socket } = request.raw
    busySockets.begin(socket)
    reply.raw.on('close', () => {
      busySockets.end(socket)
      if (reply.raw.writableFinished) return
      request.exchange.hasClientLeft = true
      // A write goes on without its client: the row waits for what comes of it.
      if (!request.exchange.isAtWork) close(request, reply)
    })
    next()
  })

  app.addHook('preHandler', (request, _reply, next) => {
    request.exchange.isAtWork = true
    next()
  })

  app.addHook('onSend', (request, reply, payload, next) => {
    request.exchange.isAtWork = false
    if (request.method !== 'HEAD') noteAnswer(request.exchange, payload)
    if (request.exchange.hasClientLeft) close(request, reply)
    next(null, payload)
  })

  app.addHook('onResponse', (request, reply, next) => {
    close(request, reply)
    next()
  })

  /** A detail may quote the request. */
  function clean(story: Story): Story {
    const text = JSON.stringify(story)
    const scrubbed = scrub(text)
    return scrubbed === text ? story : (JSON.parse(scrubbed) as Story)
  }

  function recorded(body: string | null): string | null {
    const redacted = redactBody(body)
    return redacted === null ? null : scrub(redacted)
  }

  function close({ exchange }: FastifyRequest, reply: FastifyReply): void {
    if (isNoTraffic(exchange) || exchange.isClosed) return
    exchange.isClosed = true
    journal.close(exchange.id, {
      ending: exchange.hasClientLeft ? 'client-gone' : 'answered',
      status: exchange.hasClientLeft ? null : reply.statusCode,
      tokenId: exchange.token?.id ?? null,
      tokenName: exchange.token?.name ?? null,
      requestBody: recorded(exchange.requestBody),
      requestBytes: exchange.requestBytes,
      responseHeaders: exchange.hasClientLeft ? [] : answerHeaders(reply),
      responseBody: recorded(textOf(exchange.answer)),
      responseBytes: exchange.answerBytes,
      story: clean(exchange.told ? { ...exchange.story, told: exchange.told } : exchange.story),
      resource: resourceOf(exchange.story),
      hasChange: exchange.hasChange,
      tolerances: exchange.tolerances
    })
  }
}

/** What was answered before it got a row: the tunnel doctor's own requests. */
const isNoTraffic = (exchange: ExchangeInProgress | null): exchange is null => exchange === null

/** No more of it than the journal keeps. */
function noteAnswer(exchange: ExchangeInProgress, payload: unknown): void {
  const isLong = payload instanceof LongAnswer
  const answer = isLong ? payload.head(ANSWER_KEPT) : payload
  if (typeof answer !== 'string' && !Buffer.isBuffer(answer)) return
  exchange.answer = answer
  exchange.answerBytes = isLong ? payload.bytes : Buffer.byteLength(answer)
}

const textOf = (answer: string | Buffer | null): string | null => answer?.toString() ?? null

/** A request's head as the journal keeps it: every header in the order and spelling it came, but no credentials. */
export function openedBy(
  message: IncomingMessage & { originalUrl?: string },
  { scrub, own }: Pick<HttpDeps, 'scrub' | 'own'>
): OpenedExchange {
  const kind = own.kindOf(message.headers)
  return {
    method: message.method ?? '',
    target: scrub(redactTarget(message.originalUrl ?? message.url ?? '')),
    headers: recordedHeaders(message.rawHeaders, scrub),
    remoteAddress: callerOf(message.socket),
    userAgent: message.headers['user-agent'] ?? null,
    isSimulated: kind === 'simulated' || kind === 'check',
    isCheck: kind === 'check',
    replayOf: own.replayOf(message.headers)
  }
}

function recordedHeaders(raw: string[], scrub: Scrub): Header[] {
  const headers: Header[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? ''
    const key = name.toLowerCase()
    if (key !== OWN_HEADER && !isSecretHeader(key)) headers.push([name, scrub(raw[at + 1] ?? '')])
  }
  return headers
}

function answerHeaders(reply: FastifyReply): Header[] {
  const headers: Header[] = []
  const sent = reply.getHeaders()
  for (const name in sent) {
    const value = sent[name]
    if (Array.isArray(value)) for (const one of value) headers.push([name, one])
    else if (value !== undefined) headers.push([name, String(value)])
  }
  return headers
}
