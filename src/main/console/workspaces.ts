import { answers } from './contract'

const IN_BROWSER =
  'Not available here, because this console is a page in a browser. The window of Usher has it.'

export const workspaces = {
  state: answers.workspaces.state.handler(({ context }) => context.desktop?.workspaces() ?? null),

  alter: answers.workspaces.alter.handler(async ({ context, input, errors }) => {
    if (!context.desktop) throw errors.REFUSED({ message: IN_BROWSER })
    try {
      return await context.desktop.alterWorkspaces(input)
    } catch (error) {
      throw errors.REFUSED({ message: reasonOf(error) })
    }
  }),

  switchTo: answers.workspaces.switchTo.handler(async ({ context, input, errors }) => {
    const { desktop, simulator, folderProblem } = context
    if (!desktop) throw errors.REFUSED({ message: IN_BROWSER })
    const wanted = (await desktop.workspaces()).workspaces.find(({ id }) => id === input.id)
    if (!wanted) throw errors.REFUSED({ message: 'This workspace is not on the list any more.' })
    if (simulator.isUnderWay()) {
      throw errors.REFUSED({ message: 'The simulator is at work. Stop it, or wait until it has ended.' })
    }
    const problem = folderProblem(wanted.folder)
    if (problem !== null) throw errors.REFUSED({ message: problem })
    await desktop.switchWorkspace(input.id)
  })
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
