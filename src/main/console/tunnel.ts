import { answers } from './contract'

export const tunnel = {
  state: answers.tunnel.state.handler(({ context }) => context.tunnel.state()),
  look: answers.tunnel.look.handler(({ context }) => context.tunnel.look()),
  check: answers.tunnel.check.handler(({ context }) => context.tunnel.check()),

  start: answers.tunnel.start.handler(async ({ context, input, errors }) => {
    const started = await context.tunnel.start(input.program)
    if (started.kind === 'not-installed') {
      throw errors.NOT_INSTALLED({ message: `${input.program} is not installed on this computer.` })
    }
    if (started.kind === 'server-stopped') {
      throw errors.STOPPED({
        message: 'The server is stopped, so a tunnel would lead nowhere. Start it first.'
      })
    }
    return context.tunnel.state()
  }),

  stop: answers.tunnel.stop.handler(async ({ context }) => {
    await context.tunnel.stop()
    return context.tunnel.state()
  })
}
