import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from 'electron'

/** Started by the system: no window until somebody wants one. */
export const HIDDEN_SWITCH = '--hidden'

const loginItem = { args: [HIDDEN_SWITCH] }

/** As the system has it written down. */
export function startsAtLogin(): boolean {
  if (process.platform === 'linux') return existsSync(autostartFile(process.env))
  return app.getLoginItemSettings(loginItem).openAtLogin
}

/** @throws Error when the system does not let it be written */
export function setStartAtLogin(isOn: boolean) {
  if (process.platform !== 'linux') return app.setLoginItemSettings({ ...loginItem, openAtLogin: isOn })
  const file = autostartFile(process.env)
  if (!isOn) return rmSync(file, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  // An AppImage runs from a folder that is gone when it ends; it names its own file.
  writeFileSync(file, autostartEntry(process.env.APPIMAGE ?? process.execPath))
}

/** The Desktop Application Autostart Specification: a desktop entry in the person's own autostart folder. */
export function autostartFile(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart', 'usher.desktop')
}

/** In quotes, a backslash stands before what a desktop entry would read as its own; it is itself read twice there. */
export function autostartEntry(program: string): string {
  const quoted = program
    .replace(/[\\"`$]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Usher',
    'Comment=A SCIM 2.0 provisioning console',
    `Exec="${quoted}" ${HIDDEN_SWITCH}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    ''
  ].join('\n')
}
