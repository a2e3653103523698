import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Story } from '../../../shared/exchange'
import { redactTarget } from '../../journal/redact'
import type { ClosedExchange } from '../../journal/types'
import { ScimError } from '../../scim/errors'
import type { BusySockets } from '../busy-sockets'
import type { HttpDeps } from '../deps'
import { callerOf } from '../plain-address'
import { errorBody, sendScim } from '../respond'
import { openedBy } from './record-exchange'

/** The first byte of a TLS record: somebody spoke https to the plain port. */
const TLS_HANDSHAKE = 0x16

/** Fastify calls this instead of any hook when a URL cannot be decoded. */
export function recordBadUrl(deps: Pick<HttpDeps, 'journal' | 'scrub' | 'own'>) {
  return (_error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    const { journal } = deps
    const id = journal.open(openedBy(request.raw, deps))
    const fault = new ScimError(400, null, 'The address of this request cannot be read: check its % escapes.')
    const answer = sendScim(reply, fault.status, errorBody(fault))
    journal.close(id, {
      ...nothingKnown,
      ending: 'malformed',
      status: fault.status,
      responseHeaders: [['content-type', 'application/scim+json']],
      responseBody: answer,
      responseBytes: Buffer.byteLength(answer),
      story: { kind: 'failed', status: fault.status, scimType: null, detail: fault.detail, resource: null }
    })
  }
}

interface ConnectionFault extends Error {
  code?: string
  /** The bytes that could not be read; Fastify's type for it is wrong. */
  rawPacket?: unknown
}

/** Node calls this for bytes that are no HTTP, for headers that are too long, and for requests that never get finished. */
export function recordNotHttp(
  { journal, scrub }: Pick<HttpDeps, 'journal' | 'scrub'>,
  busySockets: BusySockets
) {
  /** A connection that ends within a request has that one's row; one that was reset, or was idle until its time ran out, asked for nothing. */
  const leavesNoRow = ({ code }: ConnectionFault, socket: Socket): boolean =>
    busySockets.isBusy(socket) ||
    code === 'ECONNRESET' ||
    (code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0)

  return (fault: ConnectionFault, socket: Socket): void => {
    if (leavesNoRow(fault, socket)) {
      socket.destroy()
      return
    }

    const packet = Buffer.isBuffer(fault.rawPacket) ? fault.rawPacket : Buffer.alloc(0)
    const isTls = packet[0] === TLS_HANDSHAKE
    const line = isTls ? null : readRequestLine(packet)
    const id = journal.open({
      method: line?.method ?? '',
      target: scrub(redactTarget(line?.target ?? '')),
      headers: [],
      remoteAddress: callerOf(socket),
      userAgent: null,
      isSimulated: false,
      isCheck: false,
      replayOf: null
    })
    const problem = isTls ? null : problemOf(fault)
    const answer = problem ? rawAnswer(problem) : null
    journal.close(id, {
      ...nothingKnown,
      ending: line ? 'malformed' : 'not-http',
      status: problem?.status ?? null,
      responseBody: problem ? JSON.stringify(errorBody(problem)) : null,
      responseBytes: answer?.length ?? 0,
      story: line && problem ? failed(problem) : { kind: 'not-http', isTls }
    })

    if (answer && socket.writable) socket.end(answer)
    else socket.destroy()
  }
}

const nothingKnown: Omit<ClosedExchange, 'ending' | 'story'> = {
  status: null,
  tokenId: null,
  tokenName: null,
  requestBody: null,
  requestBytes: 0,
  responseHeaders: [],
  responseBody: null,
  responseBytes: 0,
  resource: null,
  hasChange: false,
  tolerances: []
}

const failed = (problem: ScimError): Story => ({
  kind: 'failed',
  status: problem.status,
  scimType: null,
  detail: problem.detail,
  resource: null
})

function readRequestLine(packet: Buffer): { method: string; target: string } | null {
  const [, method, target] =
    /^([A-Z]{3,10}) (\S{1,2000}) HTTP\/1\.[01]\r?\n/.exec(packet.toString('latin1')) ?? []
  return method && target ? { method, target } : null
}

function problemOf(fault: ConnectionFault): ScimError {
  switch (fault.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new ScimError(431, null, 'The headers of this request are too long.')
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ScimError(408, null, 'The request did not arrive in time.')
    default:
      return new ScimError(400, null, 'This is not a request that HTTP/1.1 allows.')
  }
}

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large'
}

function rawAnswer(problem: ScimError): string {
  const body = JSON.stringify(errorBody(problem))
  return [
    `HTTP/1.1 ${problem.status} ${REASONS[problem.status] ?? 'Bad Request'}`,
    'Content-Type: application/scim+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body
  ].join('\r\n')
}
