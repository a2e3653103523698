import { join } from 'node:path'
import { app, clipboard, Menu, nativeImage, Tray } from 'electron'
import type { MenuItemConstructorOptions, NativeImage } from 'electron'
import type { ServerState } from '../../shared/contract'
import { words } from './words'

const FOLDER = join(import.meta.dirname, '../../resources/tray')

export interface TrayActions {
  open: () => void
  switchServer: (isOn: boolean) => void
}

/** The icon beside the clock, once there is a place for one. */
export function createTrayIcon(actions: TrayActions) {
  let tray: Tray | null = null
  let server: ServerState | null = null

  const refresh = () => {
    tray?.setToolTip(`${app.getName()} – ${stateOf(server)}`)
    tray?.setContextMenu(Menu.buildFromTemplate(itemsFor(server, actions)))
  }

  return {
    /** Does nothing when it is shown already. */
    show(): void {
      if (tray) return
      tray = new Tray(image())
      tray.on('click', actions.open)
      refresh()
    },
    /** What it says is said anew, in the language that holds now. */
    refresh,
    serverChanged(state: ServerState): void {
      server = state
      refresh()
    }
  }
}

/** What the tray's menu offers. */
export function itemsFor(server: ServerState | null, actions: TrayActions): MenuItemConstructorOptions[] {
  const isRunning = server?.state === 'running'
  return [
    { label: words.tray.open, click: actions.open },
    { type: 'separator' },
    { label: stateOf(server), enabled: false },
    {
      label: words.tray.copyTenantUrl,
      enabled: server !== null,
      click: () => void clipboard.writeText(server?.tenantUrl ?? '')
    },
    {
      label: isRunning ? words.tray.stopServer : words.tray.startServer,
      enabled: server !== null,
      click: () => actions.switchServer(!isRunning)
    },
    { type: 'separator' },
    { label: words.engine.quit, click: () => app.quit() }
  ]
}

function stateOf(server: ServerState | null): string {
  if (!server) return words.tray.starting
  return words.tray.state[server.state](`${server.host}:${server.port}`)
}

function image(): NativeImage {
  if (process.platform === 'darwin') return nativeImage.createFromPath(join(FOLDER, 'trayTemplate.png'))
  const size = process.platform === 'win32' ? 16 : 24
  const icon = nativeImage.createFromPath(join(FOLDER, `tray-${size}.png`))
  const double = nativeImage.createFromPath(join(FOLDER, `tray-${size * 2}.png`))
  icon.addRepresentation({ scaleFactor: 2, buffer: double.toPNG() })
  return icon
}
