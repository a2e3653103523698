import { oc, type } from '@orpc/contract'
import { z } from 'zod'
import { NEWS_TOPICS, type DesktopState } from './desktop'

/** Not possible in these surroundings, or the system refused; the message says which. */
const errors = { NOT_AVAILABLE: { status: 409 } } as const

/** The program's own surroundings. In a browser only `state` answers, and says that nothing of it is there. */
export const desktopContract = {
  state: oc.output(type<DesktopState>()),
  setStartAtLogin: oc
    .input(z.object({ isOn: z.boolean() }))
    .errors(errors)
    .output(type<DesktopState>()),
  /** Shows an example of that topic's notification, now. */
  showExample: oc.input(z.object({ topic: z.enum(NEWS_TOPICS) })).errors(errors)
}
