import { answers } from './contract'

const DEMO = {
  scenario: 'on-demand',
  dialect: 'entra',
  cycles: 1,
  concurrency: 1,
  pauseMs: 0,
  seed: 7,
  target: null
} as const

export const setup = {
  state: answers.setup.state.handler(({ context }) => context.setup.state()),

  playDemo: answers.setup.playDemo.handler(({ context, errors }) => {
    const begun = context.simulator.runScenario(DEMO)
    if (begun.kind === 'under-way') {
      throw errors.UNDER_WAY({ message: 'The simulator is at work. Stop it, or wait until it has ended.' })
    }
    if (begun.kind !== 'begun') throw errors.STOPPED({ message: 'The server is stopped. Start it first.' })
    context.setup.demoBegins()
  }),

  resetDemo: answers.setup.resetDemo.handler(async ({ context, errors }) => {
    if (context.simulator.isUnderWay()) {
      throw errors.UNDER_WAY({ message: 'The demo is still playing. Wait until it has ended.' })
    }
    const removedCount = await context.removeSimulated()
    context.setup.demoEnds()
    return { removedCount }
  })
}
