import { app, Menu, shell } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { isDeveloping } from './console-address'
import { words } from './words'

const RFC_7644 = 'https://www.rfc-editor.org/rfc/rfc7644'
const ENTRA =
  'https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups'

type Role = keyof typeof words.menu.roles

/** Electron names its own commands in English only. */
const roleItem = (role: Role, more: MenuItemConstructorOptions = {}): MenuItemConstructorOptions => ({
  role,
  label: words.menu.roles[role],
  ...more
})

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

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
    editMenu(),
    viewMenu(),
    goMenu(actions),
    windowMenu(isMac),
    helpMenu()
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(sections))
}

/** macOS only: what elsewhere stands under File and Help belongs to the menu with the app's name. */
const appMenu = (actions: MenuActions): MenuItemConstructorOptions => ({
  label: app.getName(),
  submenu: [
    roleItem('about'),
    SEPARATOR,
    settingsItem(actions),
    SEPARATOR,
    roleItem('services'),
    SEPARATOR,
    roleItem('hide'),
    roleItem('hideOthers'),
    roleItem('unhide'),
    SEPARATOR,
    roleItem('quit')
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
    SEPARATOR,
    isMac ? roleItem('close') : roleItem('quit', { accelerator: 'CmdOrCtrl+Q' })
  ]
})

const editMenu = (): MenuItemConstructorOptions => ({
  label: words.menu.edit,
  submenu: [
    roleItem('undo'),
    roleItem('redo'),
    SEPARATOR,
    roleItem('cut'),
    roleItem('copy'),
    roleItem('paste'),
    roleItem('delete'),
    SEPARATOR,
    roleItem('selectAll')
  ]
})

/** No reload and no developer tools: this is a product, and a reload would only lose the place. */
const viewMenu = (): MenuItemConstructorOptions => ({
  label: words.menu.view,
  submenu: [
    roleItem('resetZoom'),
    roleItem('zoomIn'),
    roleItem('zoomOut'),
    SEPARATOR,
    roleItem('togglefullscreen'),
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

const windowMenu = (isMac: boolean): MenuItemConstructorOptions => ({
  label: words.menu.window,
  role: 'window',
  submenu: [
    roleItem('minimize'),
    roleItem('zoom'),
    ...(isMac ? [SEPARATOR, roleItem('front')] : [roleItem('close')])
  ]
})

const helpMenu = (): MenuItemConstructorOptions => ({
  label: words.menu.help,
  role: 'help',
  submenu: [
    { label: words.menu.aboutEntra, click: () => void shell.openExternal(ENTRA) },
    { label: words.menu.aboutScim, click: () => void shell.openExternal(RFC_7644) },
    ...(process.platform === 'darwin' ? [] : [SEPARATOR, roleItem('about')])
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
      if (roles.length > 0) Menu.buildFromTemplate(roles.map(role => roleItem(role))).popup()
    })
  })
}
