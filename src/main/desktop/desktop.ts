import { app, BrowserWindow } from 'electron'
import type { EngineOptions } from '../engine-protocol'
import { serveConsole } from './app-protocol'
import { consoleAddress } from './console-address'
import { createEngineThread } from './engine-thread'
import { buildMenu, offerTextCommands } from './menu'
import { carryPorts } from './port-carrier'
import { askAboutDown, askAboutPage, tellRecovered } from './problem-dialogs'
import { quitAfter } from './quit'
import { refusePermissions } from './security'
import { bringToFront, openWindow } from './window'

/** The program with a window. The engine starts at once, beside the window; neither waits for the other. */
export function startDesktop({ engineFile, engine: options }: { engineFile: string; engine: EngineOptions }) {
  const { dataFolder } = options
  const engine = createEngineThread(engineFile, options, {
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
  void app.whenReady().then(() => {
    refusePermissions()
    serveConsole()
    buildMenu({ goTo, dataFolder })
    show()
    app.on('second-instance', show)
    app.on('activate', show)
  })

  function show(): BrowserWindow {
    const window = present()
    if (!window) return open()
    bringToFront(window)
    return window
  }

  function open(): BrowserWindow {
    const window = openWindow(dataFolder)
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && reason !== 'killed') void askAboutPage(window, reason)
    })
    return window
  }

  /** Only the part after # changes, so the page stays and merely shows another screen. */
  function goTo(route: string) {
    void show().webContents.loadURL(new URL(route, consoleAddress()).href)
  }
}

const present = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null
