import type { UpdateStep } from '../../shared/update'
import { answers } from './contract'

const NOT_HERE: UpdateStep = { kind: 'not-here' }

export const updates = {
  state: answers.updates.state.handler(({ context }) => context.desktop?.update() ?? NOT_HERE),

  go: answers.updates.go.handler(
    ({ context, input }) => context.desktop?.goOnUpdating(input.deed) ?? NOT_HERE
  )
}
