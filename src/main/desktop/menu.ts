import { app, Menu, shell } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { isDeveloping } from './console-address'
import { words } from './words'

const RFC_7644 = 'https://www.rfc-editor.org/rfc/rfc7644'
const ENTRA =
  'https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups'

/** The console's routes in the order of its navigation; Mod+1 and so on lead there. */
const SCREENS = [
  ['log', '#/log'],
  ['users', '#/users'],
  ['groups', '#/groups'],
  ['tokens', '#/tokens']
] as const

interface MenuActions {
  goTo: (route: string) => void
  dataFolder: string
}

export function buildMenu(actions: MenuActions) {
  const isMac = process.platform === 'darwin'
  const sections: MenuItemConstructorOptions[] = [
    ...(isMac ? [appMenu(actions)] : []),
    fileMenu(isMac, actions),
    { label: words.menu.edit, role: 'editMenu' },
    viewMenu(),
    goMenu(actions),
    { role: 'windowMenu' },
    helpMenu()
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(sections))
}

/** macOS only: what elsewhere stands under File and Help belongs to the menu with the app's name. */
const appMenu = (actions: MenuActions): MenuItemConstructorOptions => ({
  label: app.getName(),
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    settingsItem(actions),
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { role: 'quit' }
  ]
})

const settingsItem = ({ goTo }: MenuActions): MenuItemConstructorOptions => ({
  label: words.menu.settings,
  accelerator: 'CmdOrCtrl+,',
  click: () => goTo('#/settings')
})

const fileMenu = (isMac: boolean, actions: MenuActions): MenuItemConstructorOptions => ({
  label: words.menu.file,
  submenu: [
    ...(isMac ? [] : [settingsItem(actions)]),
    { label: words.menu.dataFolder, click: () => void shell.openPath(actions.dataFolder) },
    { type: 'separator' },
    isMac ? { role: 'close' } : { role: 'quit', accelerator: 'CmdOrCtrl+Q' }
  ]
})

/** No reload and no developer tools: this is a product, and a reload would only lose the place. */
const viewMenu = (): MenuItemConstructorOptions => ({
  label: words.menu.view,
  submenu: [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(isDeveloping() ? [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const] : [])
  ]
})

const goMenu = ({ goTo }: MenuActions): MenuItemConstructorOptions => ({
  label: words.menu.go,
  submenu: SCREENS.map(([name, route], index) => ({
    label: words.menu[name],
    accelerator: `CmdOrCtrl+${index + 1}`,
    click: () => goTo(route)
  }))
})

const helpMenu = (): MenuItemConstructorOptions => ({
  label: words.menu.help,
  role: 'help',
  submenu: [
    { label: words.menu.aboutEntra, click: () => void shell.openExternal(ENTRA) },
    { label: words.menu.aboutScim, click: () => void shell.openExternal(RFC_7644) },
    ...(process.platform === 'darwin' ? [] : [{ type: 'separator' } as const, { role: 'about' } as const])
  ]
})

/** Where text can be edited or is selected, the usual commands; Electron itself has no such menu. */
export function offerTextCommands() {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_contextEvent, { isEditable, selectionText }) => {
      const roles = isEditable
        ? (['cut', 'copy', 'paste', 'selectAll'] as const)
        : selectionText.trim() !== ''
          ? (['copy'] as const)
          : []
      if (roles.length > 0) Menu.buildFromTemplate(roles.map(role => ({ role }))).popup()
    })
  })
}
