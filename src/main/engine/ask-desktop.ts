import type { ChooseFile, DesktopDesk } from '../console/deps'
import type { DesktopQuestions, FromEngine, QuestionName, ToEngine } from '../engine-protocol'

type Answer = Extract<ToEngine, { kind: 'answered' | 'refused' }>

/** The engine's side of its questions to the desktop's main thread. */
export function createAskDesktop(say: (message: FromEngine) => void) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastRequest = 0

  async function ask<Name extends QuestionName>(
    name: Name,
    asked: DesktopQuestions[Name]['asked']
  ): Promise<DesktopQuestions[Name]['answer']> {
    const answer = Promise.withResolvers<unknown>()
    waiting.set(++lastRequest, answer)
    say({ kind: 'asked', request: lastRequest, name, asked })
    return (await answer.promise) as DesktopQuestions[Name]['answer']
  }

  const chooseFile: ChooseFile = wanted => ask('choose-file', wanted)
  const desktop: DesktopDesk = {
    state: () => ask('state', null),
    setStartAtLogin: isOn => ask('set-start-at-login', isOn),
    showExample: topic => ask('show-example', topic),
    update: () => ask('update', null),
    goOnUpdating: deed => ask('go-on-updating', deed),
    workspaces: () => ask('workspaces', null),
    alterWorkspaces: deed => ask('alter-workspaces', deed),
    switchWorkspace: id => ask('switch-workspace', id),
    seal: text => ask('seal', text),
    unseal: sealed => ask('unseal', sealed)
  }

  return {
    chooseFile,
    desktop,
    answered(message: Answer): void {
      const asker = waiting.get(message.request)
      waiting.delete(message.request)
      if (message.kind === 'answered') asker?.resolve(message.answer)
      else asker?.reject(new Error(message.reason))
    }
  }
}
