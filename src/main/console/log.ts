import { parseLogQuery } from '../../shared/log-query'
import { answers } from './contract'

export const log = {
  page: answers.log.page.handler(({ context, input, errors }) => {
    const [problem] = parseLogQuery(input.query).problems
    if (problem) {
      throw errors.BAD_QUERY({
        message: problem.message,
        data: { at: problem.at, message: problem.message }
      })
    }
    return context.journal.page(input)
  }),

  get: answers.log.get.handler(async ({ context, input, errors }) => {
    const exchange = await context.journal.get(input.id, { isWhole: input.isWhole })
    if (!exchange) throw errors.NOT_FOUND({ message: 'This request is not in the log any more.' })
    return exchange
  })
}
