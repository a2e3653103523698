import { NO_DESKTOP } from '../../shared/desktop'
import { answers } from './contract'
import type { DesktopDesk } from './deps'

const IN_BROWSER =
  'Not available here, because this console is a page in a browser. The window of Usher has it.'

export const desktop = {
  state: answers.desktop.state.handler(({ context }) => context.desktop?.state() ?? NO_DESKTOP),

  setStartAtLogin: answers.desktop.setStartAtLogin.handler(({ context, input, errors }) =>
    asked(context.desktop, errors.NOT_AVAILABLE, desk => desk.setStartAtLogin(input.isOn))
  ),

  showExample: answers.desktop.showExample.handler(({ context, input, errors }) =>
    asked(context.desktop, errors.NOT_AVAILABLE, desk => desk.showExample(input.topic))
  )
}

/** What the system refuses it says in words of its own; they are handed on. */
async function asked<Answer>(
  desk: DesktopDesk | null,
  notAvailable: (options: { message: string }) => Error,
  ask: (desk: DesktopDesk) => Promise<Answer>
): Promise<Answer> {
  if (!desk) throw notAvailable({ message: IN_BROWSER })
  try {
    return await ask(desk)
  } catch (error) {
    throw notAvailable({ message: error instanceof Error ? error.message : String(error) })
  }
}
