import { answers } from './contract'

export const directory = {
  reset: answers.directory.reset.handler(async ({ context, input, errors }) => {
    if (context.simulator.isUnderWay()) {
      throw errors.UNDER_WAY({
        message: 'A run is under way. Stop it first, or its next request meets a directory that is gone.'
      })
    }
    const { users, groups } = context.views.counts()
    const backup = input.hasBackup ? (await context.backups.create('before-reset')).name : null
    await context.directory.reset(context.journal.note({ kind: 'directory-reset', users, groups }, null))
    context.events.publish({ kind: 'directory-changed', counts: context.views.counts(), ids: [] })
    return { users, groups, backup }
  })
}
