import { app, BrowserWindow } from 'electron'
import type { EngineOptions } from '../engine-protocol'
import { serveConsole } from './app-protocol'
import { routeInArguments, routeOfLink } from './deep-link'
import { createEngineThread } from './engine-thread'
import { buildMenu, offerTextCommands } from './menu'
import { carryPorts } from './port-carrier'
import { askAboutDown, askAboutPage, tellRecovered } from './problem-dialogs'
import { chooseFile } from './save-dialog'
import { quitAfter } from './quit'
import { refusePermissions } from './security'
import { bringToFront, followTheme, openWindow, showRoute } from './window'

/** The program with a window. The engine starts at once, beside the window; neither waits for the other. */
export function startDesktop({ engineFile, engine: options }: { engineFile: string; engine: EngineOptions }) {
  const { dataFolder } = options
  const engine = createEngineThread(engineFile, options, {
    onTheme: theme => void app.whenReady().then(() => followTheme(theme)),
    onChooseFile: wanted => chooseFile(present(), wanted),
    onRecovered: problem => void app.whenReady().then(() => tellRecovered(present(), problem)),
    onDown: problem => void app.whenReady().then(() => askAboutDown(present(), problem, engine.start))
  })

  engine.start()
  quitAfter(engine.stop)
  offerTextCommands()
  carryPorts(engine.connect)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  let firstRoute = routeInArguments(process.argv)
  // macOS only, and possibly before the app is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault()
    if (app.isReady()) show(routeOfLink(link))
    else firstRoute = routeOfLink(link)
  })

  void app.whenReady().then(() => {
    refusePermissions()
    serveConsole()
    buildMenu({ goTo: show, dataFolder })
    show(firstRoute)
    app.on('second-instance', (_event, argv) => show(routeInArguments(argv)))
    app.on('activate', () => show())
  })

  /** One window: opened when there is none, else brought to the front; at a route if one is named. */
  function show(route: string | null = null) {
    const window = present()
    if (!window) return open(route)
    bringToFront(window)
    if (route !== null) showRoute(window, route)
  }

  function open(route: string | null) {
    const window = openWindow(dataFolder, route)
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') void askAboutPage(window, reason)
    })
  }
}

const present = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null
