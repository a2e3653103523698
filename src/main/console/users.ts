import { answers } from './contract'
import { exportUsers } from './directory-export'
import { removeUser, setActive } from './edits'
import { tellingWhyNot } from './save-file'

export const users = {
  page: answers.users.page.handler(async ({ context, input }) => ({
    ...(await context.views.users.page(input)),
    counts: context.views.counts()
  })),

  get: answers.users.get.handler(({ context, input, errors }) => {
    const user = context.views.users.get(input.id, context.server.state().tenantUrl)
    if (!user) throw errors.NOT_FOUND({ message: 'There is no user with this id, and there never was.' })
    return user
  }),

  history: answers.users.history.handler(({ context, input }) =>
    context.views.history(input.id, input.before, input.limit)
  ),

  setActive: answers.users.setActive.handler(({ context, input, errors }) =>
    setActive(context, errors, input.id, input.isActive)
  ),

  remove: answers.users.remove.handler(({ context, input, errors }) => removeUser(context, errors, input.id)),

  export: answers.users.export.handler(({ context, input, errors, signal }) =>
    tellingWhyNot(exportUsers(context, input, signal), errors, signal)
  )
}
