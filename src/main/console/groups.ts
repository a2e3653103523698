import { answers } from './contract'

const NOBODY = { message: 'There is no group with this id, and there never was.' }

export const groups = {
  page: answers.groups.page.handler(({ context, input }) => ({
    ...context.views.groups.page(input),
    counts: context.views.counts()
  })),

  get: answers.groups.get.handler(({ context, input, errors }) => {
    const group = context.views.groups.get(input.id, context.server.state().tenantUrl)
    if (!group) throw errors.NOT_FOUND(NOBODY)
    return group
  }),

  members: answers.groups.members.handler(({ context, input, errors }) => {
    const members = context.views.groups.members(input)
    if (!members) throw errors.NOT_FOUND(NOBODY)
    return members
  }),

  history: answers.groups.history.handler(({ context, input }) =>
    context.views.history(input.id, input.before, input.limit)
  )
}
