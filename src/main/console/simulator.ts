import { forecastQuarantine } from '../../shared/quarantine-forecast'
import type { SimulatorRun } from '../../shared/simulator'
import type { Begun } from '../simulator/desk'
import { sendSingle } from '../simulator/send-single'
import { answers } from './contract'

export const simulator = {
  scenarios: answers.simulator.scenarios.handler(({ context }) => context.simulator.scenarios()),
  state: answers.simulator.state.handler(({ context }) => context.simulator.state()),
  entries: answers.simulator.entries.handler(({ context, input }) => context.simulator.entries(input)),
  report: answers.simulator.report.handler(({ context }) => context.simulator.report()),
  stop: answers.simulator.stop.handler(({ context }) => context.simulator.stop()),

  forecast: answers.simulator.forecast.handler(async ({ context }) => {
    const { rows } = await context.journal.page({ query: '-is:console -is:check', before: null, limit: 1 })
    const refusedAt = rows[0]?.story.kind === 'refused' ? rows[0].startedAt : null
    return forecastQuarantine(context.journal.cycles(CYCLES_LOOKED_AT), refusedAt, context.clock.now())
  }),

  run: answers.simulator.run.handler(({ context, input, errors }) =>
    begun(context.simulator.runScenario(input), errors)
  ),

  check: answers.simulator.check.handler(({ context, input, errors }) =>
    begun(context.simulator.runChecks(input.target), errors)
  ),

  send: answers.simulator.send.handler(async ({ context, input, errors }) => {
    const opened = context.simulator.open(input.target)
    if (!opened) throw errors.STOPPED({ message: NOT_LISTENING })
    try {
      return await sendSingle(input, opened)
    } catch (error) {
      if (error instanceof SyntaxError)
        throw errors.BAD_BODY({ message: `The body is no JSON: ${error.message}` })
      throw error
    } finally {
      opened.close()
    }
  })
}

/** A day of Entra's cycles, and more. */
const CYCLES_LOOKED_AT = 100

const NOT_LISTENING = 'The server is stopped, so this console cannot be the target. Start it first.'

type Refusals = Record<'UNDER_WAY' | 'STOPPED' | 'NOT_FOUND', (problem: { message: string }) => Error>

/** The run that has begun, or why none has. */
export function begun(outcome: Begun, errors: Refusals): SimulatorRun {
  switch (outcome.kind) {
    case 'begun':
      return outcome.run
    case 'under-way':
      throw errors.UNDER_WAY({ message: 'A run is under way. Stop it, or wait until it has ended.' })
    case 'stopped':
      throw errors.STOPPED({ message: NOT_LISTENING })
    case 'unknown':
      throw errors.NOT_FOUND({ message: 'There is nothing of this name to run.' })
  }
}
