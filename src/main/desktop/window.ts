import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { Settings } from '../../shared/settings'
import { consoleAddress, isDeveloping } from './console-address'
import { MINIMUM, placeWindow, readWindowState, writeWindowState } from './window-state'
import type { WindowState } from './window-state'

/** The page's own background in both themes, so that nothing flashes before its first paint. */
const BACKGROUND = { light: '#f6f5f2', dark: '#0e1516' }

/** macOS takes it from the app's bundle. */
const ICON = join(import.meta.dirname, '../../resources/icons/256x256.png')

/** Moving and sizing come in streams of events; this long after the last one the place is written down. */
const REST_MS = 500

/**
 * Opens the window where it was last; it shows itself once there is something to see.
 *
 * @param route the screen to begin with, as `#/tokens`; without one the console decides
 * @param isMinimized nobody asked for it, yet it has to be found somewhere
 */
export function openWindow(
  dataFolder: string,
  { route, isMinimized }: { route: string | null; isMinimized: boolean }
): BrowserWindow {
  const stateFile = join(dataFolder, 'window.json')
  const remembered = readWindowState(stateFile)
  if (remembered) nativeTheme.themeSource = remembered.theme

  const window = new BrowserWindow({
    ...placeWindow(remembered?.bounds ?? null, workAreas()),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: app.getName(),
    show: false,
    autoHideMenuBar: true,
    ...(process.platform !== 'darwin' && { icon: ICON }),
    backgroundColor: ground(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: isDeveloping(),
      // Chromium would fetch dictionaries from the network.
      spellcheck: false
    }
  })

  rememberPlace(window, stateFile)
  window.once('ready-to-show', () => {
    if (isMinimized) return window.minimize()
    if (remembered?.isMaximized) window.maximize()
    window.show()
  })
  void window.loadURL(addressOf(route))
  return window
}

/** Menus, dialogs and the ground of windows take the theme that the console is set to. */
export function followTheme(theme: Settings['appearance.theme']) {
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme
}

const ground = () => (nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light)

/** Shows a screen. Only the part after # changes, so the page stays. */
export function showRoute(window: BrowserWindow, route: string) {
  void window.webContents.loadURL(addressOf(route))
}

/** The page from its beginning, wherever it was. */
export function reopenPage(window: BrowserWindow) {
  void window.webContents.loadURL(addressOf('#/')).then(() => window.webContents.reload())
}

export function bringToFront(window: BrowserWindow) {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

const addressOf = (route: string | null) => new URL(route ?? '', consoleAddress()).href

function workAreas() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

function rememberPlace(window: BrowserWindow, file: string) {
  let timer: NodeJS.Timeout | undefined
  const write = () => {
    clearTimeout(timer)
    writeWindowState(file, presentState(window))
  }
  const writeAtRest = () => {
    clearTimeout(timer)
    timer = setTimeout(write, REST_MS)
  }
  window.on('resize', writeAtRest)
  window.on('move', writeAtRest)
  const onTheme = () => {
    window.setBackgroundColor(ground())
    writeAtRest()
  }
  nativeTheme.on('updated', onTheme)
  window.on('close', write)
  window.on('closed', () => {
    clearTimeout(timer)
    nativeTheme.off('updated', onTheme)
  })
}

const presentState = (window: BrowserWindow): WindowState => ({
  bounds: window.getNormalBounds(),
  isMaximized: window.isMaximized(),
  theme: nativeTheme.themeSource
})
