import { answers } from './contract'
import type { BackupDesk } from './deps'

const CANNOT_REOPEN =
  'Not available here, because this engine was not started by Usher’s own program. Stop it and start it with --restore NAME.'

export const backups = {
  list: answers.backups.list.handler(({ context }) => context.backups.list()),

  create: answers.backups.create.handler(async ({ context, errors }) => {
    try {
      return await context.backups.create('by-hand')
    } catch (error) {
      throw errors.NOT_MADE({ message: reasonOf(error) })
    }
  }),

  check: answers.backups.check.handler(async ({ context, input, errors }) => {
    requireListed(context.backups, input.name, errors)
    return context.backups.check(input.name)
  }),

  preview: answers.backups.preview.handler(async ({ context, input, errors }) => {
    requireListed(context.backups, input.name, errors)
    try {
      return await context.backups.preview(input.name)
    } catch (error) {
      throw errors.UNFIT({ message: reasonOf(error) })
    }
  }),

  restore: answers.backups.restore.handler(async ({ context, input, errors }) => {
    const { restore } = context.backups
    if (!restore) throw errors.NOT_AVAILABLE({ message: CANNOT_REOPEN })
    if (context.simulator.isUnderWay()) {
      throw errors.UNDER_WAY({
        message:
          'A run of the simulator is under way. Stop it first, or it goes on against another directory.'
      })
    }
    requireListed(context.backups, input.name, errors)
    const { check } = await context.backups.check(input.name)
    if (check?.finding) throw errors.UNFIT({ message: `The backup is damaged: ${check.finding}.` })
    restore(input.name)
  }),

  remove: answers.backups.remove.handler(({ context, input, errors }) => {
    requireListed(context.backups, input.name, errors)
    context.backups.remove(input.name)
  })
}

type NotThere = { NOT_FOUND(options: { message: string }): Error }

/** Only what the list shows can be named: nothing else in that folder is anybody's business here. */
function requireListed(desk: BackupDesk, name: string, errors: NotThere): void {
  if (desk.list().backups.some(one => one.name === name)) return
  throw errors.NOT_FOUND({ message: `There is no backup ${name} any more.` })
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
