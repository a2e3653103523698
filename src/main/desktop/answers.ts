import { app, BrowserWindow, Notification, safeStorage } from 'electron'
import type { Ability, DesktopState } from '../../shared/desktop'
import type { DesktopQuestions, QuestionName } from '../engine-protocol'
import { showExample } from './notifications'
import { createSafePlace } from './safe-place'
import { chooseFile } from './save-dialog'
import { setStartAtLogin, startsAtLogin } from './start-at-login'
import { trayExists } from './tray-exists'
import { words } from './words'
import type { Updates } from './updates'
import type { Workspaces } from './workspaces'

type Answers = {
  [Name in QuestionName]: (
    asked: DesktopQuestions[Name]['asked']
  ) => Promise<DesktopQuestions[Name]['answer']> | DesktopQuestions[Name]['answer']
}

/** What the desktop answers when the console asks through the engine. What is thrown reaches the page as a sentence. */
export function createAnswers(
  goTo: (route: string) => void,
  workspaces: Workspaces,
  updates: Updates
): Answers {
  return {
    'choose-file': wanted => chooseFile(BrowserWindow.getAllWindows()[0] ?? null, wanted),
    state,
    'set-start-at-login': async isOn => {
      const { startAtLogin } = await state()
      if (!startAtLogin.isHere) throw new Error(words.fromSource)
      setStartAtLogin(isOn)
      return state()
    },
    'show-example': topic => showExample(topic, goTo),
    update: updates.state,
    'go-on-updating': updates.go,
    workspaces: workspaces.state,
    'alter-workspaces': workspaces.alter,
    'switch-workspace': workspaces.switchTo,
    seal: safePlace.seal,
    unseal: safePlace.unseal
  }
}

const safePlace = createSafePlace(safeStorage, () => app.whenReady())

async function state(): Promise<DesktopState> {
  return {
    tray: await trayAbility(),
    startAtLogin: app.isPackaged ? HERE : { isHere: false, reason: 'from-source' },
    startsAtLogin: app.isPackaged && startsAtLogin(),
    notifications: Notification.isSupported() ? HERE : { isHere: false, reason: 'no-notifications' }
  }
}

const HERE: Ability = { isHere: true }

async function trayAbility(): Promise<Ability> {
  if (process.platform === 'darwin') return { isHere: false, reason: 'kept-by-system' }
  return (await trayExists()) ? HERE : { isHere: false, reason: 'no-tray' }
}
