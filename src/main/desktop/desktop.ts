import { app, BrowserWindow, powerMonitor } from 'electron'
import type { NewsTopic } from '../../shared/desktop'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings'
import type { EngineOptions } from '../engine-protocol'
import { createAnswers } from './answers'
import { serveConsole } from './app-protocol'
import { watchClosing } from './closing'
import { LINK_SCHEME, routeInArguments, routeOfLink } from './deep-link'
import { createEngineThread } from './engine-thread'
import { followLanguage } from './language'
import { buildMenu, offerTextCommands } from './menu'
import { isLooking, showNotification } from './notifications'
import { createNotifier } from './notifier'
import { carryPorts } from './port-carrier'
import { askAboutDown, askAboutPage, tellRecovered } from './problem-dialogs'
import { quitAfter } from './quit'
import { refusePermissions } from './security'
import { createTrayIcon } from './tray'
import { trayExists } from './tray-exists'
import { createUpdates } from './updates'
import { createWorkspaceList, HOME_ID } from './workspace-list'
import { createWorkspaces } from './workspaces'
import { bringToFront, followTheme, openWindow, reopenPage, showRoute } from './window'

interface Start {
  engineFile: string
  engine: EngineOptions
  /** The data folder was named at the start: it is opened, whatever was open last. */
  isFolderFixed: boolean
  /** Started at login: no window until somebody wants one. */
  isHidden?: true
}

/** The program with a window. The engine starts at once, beside the window; neither waits for the other. */
export function startDesktop({ engineFile, engine: options, isFolderFixed, isHidden }: Start) {
  const home = options.dataFolder
  const list = createWorkspaceList(home, isFolderFixed)
  let settings: Settings = DEFAULT_SETTINGS

  const workspaces = createWorkspaces(list, (folder, isHome, firstSettings) => {
    // A port that this start was given belongs to the folder that it was given for.
    const port = isHome ? options.port : undefined
    void engine.reopen({ dataFolder: folder, port, firstSettings }).then(beginAnew)
  })
  const updates = createUpdates({
    feed: () => settings['updates.feed'],
    folder: home,
    onChange: step => engine.tell({ kind: 'update-changed', step }),
    quitAndThen: atTheEnd => quitAndThen(atTheEnd)
  })
  const answers = createAnswers(show, workspaces, updates)
  const notifier = createNotifier({
    isWanted: topic => settings[settingOf(topic)],
    isLooking,
    show: news => showNotification(news, show)
  })
  const tray = createTrayIcon({
    open: () => show(),
    switchServer: isOn => engine.tell({ kind: 'switch-server', isOn })
  })
  const engine = createEngineThread(
    engineFile,
    { ...options, dataFolder: list.current().folder },
    {
      onSettings(changed) {
        settings = changed
        void app.whenReady().then(() => {
          followTheme(changed['appearance.theme'])
          speakAsChosen()
        })
      },
      onServer: server => void app.whenReady().then(() => tray.serverChanged(server)),
      onNews: notifier.tell,
      // Each name has the answer for its own question, which the compiler cannot follow through the table.
      onAsked: (name, asked) => (answers[name] as (asked: unknown) => unknown)(asked),
      onRecovered: problem => void app.whenReady().then(() => tellRecovered(present(), problem)),
      onDown: problem =>
        void app.whenReady().then(() => {
          const { id, folder } = list.current()
          const openHome = id === HOME_ID ? null : () => workspaces.switchTo(HOME_ID)
          return askAboutDown(present(), problem, folder, engine.start, openHome)
        })
    }
  )

  engine.start()
  const { isQuitting, quitAndThen } = quitAfter(engine.stop)
  offerTextCommands()
  carryPorts(engine.connect)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('browser-window-focus', notifier.looked)

  let firstRoute = routeInArguments(process.argv)
  // macOS only, and possibly before the app is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault()
    if (app.isReady()) show(routeOfLink(link))
    else firstRoute = routeOfLink(link)
  })

  void app.whenReady().then(async () => {
    refusePermissions()
    serveConsole()
    speakAsChosen()
    app.on('second-instance', (_event, argv) => show(routeInArguments(argv)))
    app.on('activate', () => show())
    if (!startsHidden(isHidden)) show(firstRoute)

    powerMonitor.on('resume', () => engine.tell({ kind: 'woke-up' }))
    powerMonitor.on('shutdown', () => app.quit())
    if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
    if (await trayExists()) tray.show()
    // Without a tray a program without a window could not be found again.
    else if (startsHidden(isHidden) && !present()) open(null, { isMinimized: true })
  })

  function speakAsChosen() {
    followLanguage(settings['appearance.language'])
    buildMenu({ goTo: show, dataFolder: list.current().folder })
    tray.refresh()
  }

  /** Nothing of one customer stays in the page when another one's folder is open. */
  function beginAnew() {
    const window = present()
    if (window) reopenPage(window)
  }

  /** One window: opened when there is none, else brought to the front; at a route if one is named. */
  function show(route: string | null = null) {
    const window = present()
    if (!window) return open(route)
    bringToFront(window)
    if (route !== null) showRoute(window, route)
  }

  function open(route: string | null, { isMinimized = false } = {}) {
    const window = openWindow(home, { route, isMinimized })
    watchClosing(window, {
      isQuitting,
      whenClosed: () => settings['desktop.whenClosed'],
      remember: choice => engine.tell({ kind: 'change-settings', some: { 'desktop.whenClosed': choice } }),
      showTray: tray.show
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') void askAboutPage(window, reason)
    })
  }
}

const settingOf = (topic: NewsTopic) => `notifications.${topic}` as const

const startsHidden = (isAsked: true | undefined): boolean =>
  isAsked === true || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)

const present = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null
