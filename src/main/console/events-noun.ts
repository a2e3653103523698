import { answers } from './contract'

export const watch = answers.events.watch.handler(({ context, signal }) => context.events.watch(signal))
