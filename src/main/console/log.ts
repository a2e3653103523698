import { parseLogQuery } from '../../shared/log-query'
import { answers } from './contract'
import { exportLog } from './log-export'
import { tellingWhyNot } from './save-file'

const GONE = { message: 'This request is not in the log any more.' }

type BadQuery = { BAD_QUERY: (problem: { message: string; data: { at: number; message: string } }) => Error }

/** A query with something in it that is not understood is refused as a whole: its answer would be to another question. */
function requireReadable(query: string, errors: BadQuery): void {
  const [problem] = parseLogQuery(query).problems
  if (!problem) return
  const { at, message } = problem
  throw errors.BAD_QUERY({ message, data: { at, message } })
}

export const log = {
  page: answers.log.page.handler(({ context, input, errors }) => {
    requireReadable(input.query, errors)
    return context.journal.page(input)
  }),

  search: answers.log.search.handler(async function* ({ context, input, errors }) {
    requireReadable(input.query, errors)
    yield* context.journal.search(input)
  }),

  rows: answers.log.rows.handler(({ context, input }) => context.journal.rows(input.ids)),

  matching: answers.log.matching.handler(({ context, input, errors }) => {
    requireReadable(input.query, errors)
    return context.journal.matching(input.query, input.ids)
  }),

  get: answers.log.get.handler(async ({ context, input, errors }) => {
    const exchange = await context.journal.get(input.id, { isWhole: input.isWhole })
    if (!exchange) throw errors.NOT_FOUND(GONE)
    return exchange
  }),

  replay: answers.log.replay.handler(async ({ context, input, errors }) => {
    const replayed = await context.replay(input.id, input.edited)
    if (replayed.kind === 'not-found') throw errors.NOT_FOUND(GONE)
    if (replayed.kind === 'impossible') throw errors.NO_REQUEST({ message: replayed.reason })
    return { id: replayed.id }
  }),

  tryOut: answers.log.tryOut.handler(async ({ context, input, errors }) => {
    const tried = await context.tryOut(input.id, input.edited)
    if (tried.kind === 'not-found') throw errors.NOT_FOUND(GONE)
    if (tried.kind === 'impossible') throw errors.NO_REQUEST({ message: tried.reason })
    return tried.exchange
  }),

  setPinned: answers.log.setPinned.handler(({ context, input, errors }) => {
    if (!context.journal.setPinned(input.id, input.isPinned)) throw errors.NOT_FOUND(GONE)
  }),

  setNote: answers.log.setNote.handler(({ context, input, errors }) => {
    if (!context.journal.setNote(input.id, input.note)) throw errors.NOT_FOUND(GONE)
  }),

  clear: answers.log.clear.handler(({ context }) => {
    const cleared = context.journal.clear()
    context.events.publish({ kind: 'log-cleared' })
    return cleared
  }),

  undoClear: answers.log.undoClear.handler(({ context, errors }) => {
    if (!context.journal.undoClear()) {
      throw errors.TOO_LATE({ message: 'It is too late: the requests are gone.' })
    }
    context.events.publish({ kind: 'log-cleared' })
  }),

  nearestFailed: answers.log.nearestFailed.handler(({ context, input }) =>
    context.journal.nearestFailed(input.id, input.direction)
  ),

  cycles: answers.log.cycles.handler(({ context, input }) => context.journal.cycles(input.limit)),

  activity: answers.log.activity.handler(({ context, input }) =>
    context.journal.activity(input.query, input.intervals)
  ),

  usage: answers.log.usage.handler(({ context }) => context.journal.usage()),

  countBeyond: answers.log.countBeyond.handler(({ context, input }) => context.journal.countBeyond(input)),

  export: answers.log.export.handler(async function* ({ context, input, errors, signal }) {
    requireReadable(input.query, errors)
    yield* tellingWhyNot(exportLog(input, context, signal), errors, signal)
  })
}
