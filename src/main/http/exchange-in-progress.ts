import type { FastifyRequest } from 'fastify'
import type { Story, ToleranceUse } from '../../shared/exchange'
import type { FaultEffect } from '../../shared/fault'
import type { Named } from '../../shared/scim'
import type { KnownToken } from './bearer'

/** What is learnt about an exchange on its way; the recorder closes its row with it. */
export interface ExchangeInProgress {
  id: number
  token: KnownToken | null
  /** As it came; null when there was none or it was not read. */
  requestBody: string | null
  requestBytes: number
  /** As it goes out; of a very long one the beginning. */
  answer: string | Buffer | null
  /** Of the whole answer. */
  answerBytes: number
  story: Story
  /** The fault that it met. */
  told: FaultEffect | null
  hasChange: boolean
  tolerances: ToleranceUse[]
  /** The handler is at work: its outcome is still to come, even if the client has left. */
  isAtWork: boolean
  hasClientLeft: boolean
  isClosed: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    exchange: ExchangeInProgress
  }
}

export const beginExchange = (id: number): ExchangeInProgress => ({
  id,
  token: null,
  requestBody: null,
  requestBytes: 0,
  answer: null,
  answerBytes: 0,
  story: { kind: 'pending' },
  told: null,
  hasChange: false,
  tolerances: [],
  isAtWork: false,
  hasClientLeft: false,
  isClosed: false
})

/** Says what this exchange turned out to be. */
export function tell(
  request: FastifyRequest,
  outcome: { story: Story; hasChange?: boolean; tolerances?: ToleranceUse[] }
): void {
  request.exchange.story = outcome.story
  request.exchange.hasChange = outcome.hasChange ?? false
  request.exchange.tolerances = outcome.tolerances ?? []
}

/** The resource that a story is about, if it is about one. */
export function resourceOf(story: Story): Named | null {
  switch (story.kind) {
    case 'looked-up':
      return story.found
    case 'checked-member':
      return story.group
    case 'checked-manager':
      return story.user
    default:
      return 'resource' in story ? story.resource : null
  }
}
