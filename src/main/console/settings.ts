import { answers } from './contract'

export const settings = {
  get: answers.settings.get.handler(({ context }) => context.settings.get()),

  set: answers.settings.set.handler(async ({ context, input }) => {
    const changed = await context.settings.set(input)
    context.events.publish({ kind: 'settings-changed', settings: changed })
    await context.server.followSettings(input)
    if (input['server.publicUrl'] !== undefined) void context.tunnel.check()
    return changed
  })
}
