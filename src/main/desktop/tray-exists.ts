import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whoever owns this name on the session bus shows tray icons. */
const WATCHER = 'org.kde.StatusNotifierWatcher'
const BUS = ['org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner'] as const
const LIMIT_MS = 1_000

const PROBES: [command: string, args: string[]][] = [
  ['gdbus', ['call', '--session', '--dest', BUS[0], '--object-path', BUS[1], '--method', BUS[2], WATCHER]],
  ['dbus-send', ['--session', '--print-reply', `--dest=${BUS[0]}`, BUS[1], BUS[2], `string:${WATCHER}`]]
]

/**
 * Whether an icon in the tray would be seen. Windows and macOS always show one; on Linux only some desktops do, and Electron
 * cannot tell. Where it cannot be found out the answer is no: a hidden window without an icon is a trap.
 */
export async function trayExists(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  // Without a bus the tools would start one.
  if (!hasSessionBus(process.env)) return false
  for (const [command, args] of PROBES) {
    const answer = await run(command, args, { timeout: LIMIT_MS }).catch(() => null)
    if (answer) return /\btrue\b/.test(answer.stdout)
  }
  return false
}

const hasSessionBus = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env.DBUS_SESSION_BUS_ADDRESS) ||
  (Boolean(env.XDG_RUNTIME_DIR) && existsSync(join(env.XDG_RUNTIME_DIR ?? '', 'bus')))
