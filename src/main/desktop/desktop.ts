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
import { bringToFront, followTheme, openWindow, showRoute } from './window'

interface Start {
  engineFile: string
  engine: EngineOptions
  /** Started at login: no window until somebody wants one. */
  isHidden?: true
}

/** The program with a window. The engine starts at once, beside the window; neither waits for the other. */
export function startDesktop({ engineFile, engine: options, isHidden }: Start) {
  const { dataFolder } = options
  let settings: Settings = DEFAULT_SETTINGS

  const answers = createAnswers(show)
  const notifier = createNotifier({
    isWanted: topic => settings[settingOf(topic)],
    isLooking,
    show: news => showNotification(news, show)
  })
  const tray = createTrayIcon({
    open: () => show(),
    switchServer: isOn => engine.tell({ kind: 'switch-server', isOn })
  })
  const engine = createEngineThread(engineFile, options, {
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
    onDown: problem => void app.whenReady().then(() => askAboutDown(present(), problem, engine.start))
  })

  engine.start()
  const { isQuitting } = quitAfter(engine.stop)
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
    buildMenu({ goTo: show, dataFolder })
    tray.refresh()
  }

  /** One window: opened when there is none, else brought to the front; at a route if one is named. */
  function show(route: string | null = null) {
    const window = present()
    if (!window) return open(route)
    bringToFront(window)
    if (route !== null) showRoute(window, route)
  }

  function open(route: string | null, { isMinimized = false } = {}) {
    const window = openWindow(dataFolder, { route, isMinimized })
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
