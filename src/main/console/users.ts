import { answers } from './contract'

export const users = {
  page: answers.users.page.handler(({ context, input }) => ({
    ...context.views.users.page(input),
    counts: context.views.counts()
  })),

  get: answers.users.get.handler(({ context, input, errors }) => {
    const user = context.views.users.get(input.id, context.server.state().tenantUrl)
    if (!user) throw errors.NOT_FOUND({ message: 'There is no user with this id, and there never was.' })
    return user
  }),

  history: answers.users.history.handler(({ context, input }) =>
    context.views.history(input.id, input.before, input.limit)
  )
}
