import { answers } from './contract'

export const faults = {
  list: answers.faults.list.handler(({ context }) => context.faults.list()),

  arm: answers.faults.arm.handler(({ context, input }) => context.faults.arm(input)),

  disarm: answers.faults.disarm.handler(({ context, input, errors }) => {
    if (!context.faults.disarm(input.id)) {
      throw errors.NOT_FOUND({ message: 'This fault is not armed any more.' })
    }
    return context.faults.list()
  }),

  disarmAll: answers.faults.disarmAll.handler(({ context }) => {
    context.faults.disarmAll()
    return context.faults.list()
  })
}
