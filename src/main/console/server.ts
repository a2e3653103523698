import { answers } from './contract'

export const server = {
  state: answers.server.state.handler(({ context }) => context.server.state()),

  start: answers.server.start.handler(async ({ context, input, errors }) => {
    const started = await context.server.start(input)
    if (started.kind === 'port-taken') {
      throw errors.PORT_TAKEN({
        message: `Port ${started.port} is in use by another program.`,
        data: { port: started.port }
      })
    }
    if (started.kind === 'failed') throw errors.CANNOT_LISTEN({ message: started.reason })
    if (input.port) await context.settings.set({ 'server.port': input.port })
    return context.server.state()
  }),

  stop: answers.server.stop.handler(({ context }) => context.server.stop())
}
