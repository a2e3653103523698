import { NEXT_CYCLE, type Answer } from './answer'

/** Exchanges that ended without an ordinary answer, or have not ended. */
export const ENDINGS = {
  open: {
    meaning: 'The answer has not been sent yet.',
    reference: 'RFC 9110 §3.4',
    code: null,
    reaction: 'Entra waits; how long it does is not published.',
    fix: []
  },
  clientGone: {
    meaning:
      'The client closed the connection before the answer was sent. A change may have been made all the same.',
    reference: 'RFC 9110 §9.2.2',
    code: null,
    reaction: `Entra logs a timeout. ${NEXT_CYCLE} Every request of Entra may be repeated: a second creation ends in 409, and the next cycle links the object.`,
    fix: ['If it happens often, look at the duration of requests and at the time limit of the tunnel.']
  },
  interrupted: {
    meaning: 'This server ended before it had answered. What it had acknowledged is kept.',
    reference: 'RFC 9110 §9.2.2',
    code: null,
    reaction: `Entra sees a broken connection. ${NEXT_CYCLE}`,
    fix: []
  },
  malformed: {
    meaning: 'The first line of the request, or its address, could not be read.',
    reference: 'RFC 9112 §3',
    code: null,
    reaction: 'Entra does not send such requests; a scanner or a misconfigured proxy does.',
    fix: []
  },
  tlsOnPlainPort: {
    meaning: 'Somebody spoke HTTPS to the port that speaks plain HTTP.',
    reference: 'RFC 9110 §4.2.2',
    code: 'CredentialValidationUnavailable',
    reaction: 'Test connection fails: Entra cannot reach the service.',
    fix: [
      'Let the tunnel forward to http:// instead of https://, or switch on TLS with a certificate in Settings → Server.'
    ]
  },
  notHttp: {
    meaning: 'The bytes that arrived are not HTTP.',
    reference: 'RFC 9112 §2.1',
    code: null,
    reaction: 'Entra does not send such bytes; a scanner or a misconfigured tunnel does.',
    fix: []
  },
  atConsole: {
    meaning: 'This was done at the console. No request was involved.',
    reference: null,
    code: null,
    reaction: 'Entra does not notice.',
    fix: []
  }
} satisfies Record<string, Answer>
