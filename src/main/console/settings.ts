import type { Settings } from '../../shared/settings'
import { answers } from './contract'
import type { ConsoleDeps } from './deps'

export const settings = {
  get: answers.settings.get.handler(({ context }) => context.settings.get()),

  set: answers.settings.set.handler(({ context, input }) => changeSettings(context, input))
}

type Concerned = Pick<ConsoleDeps, 'settings' | 'events' | 'server' | 'tunnel'>

/** Changes settings, tells every console, and lets the server follow. */
export async function changeSettings(deps: Concerned, some: Partial<Settings>): Promise<Settings> {
  const changed = await deps.settings.set(some)
  deps.events.publish({ kind: 'settings-changed', settings: changed })
  await deps.server.followSettings(some)
  if (some['server.publicUrl'] !== undefined) void deps.tunnel.check()
  return changed
}
