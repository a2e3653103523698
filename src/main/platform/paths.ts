import { homedir } from 'node:os'
import { join } from 'node:path'

type Surroundings = { platform: NodeJS.Platform; home: string; env: Record<string, string | undefined> }

/** Where a program without a window keeps its data when no `--data` says so: the same folder that the desktop app uses. */
export function defaultDataFolder(surroundings: Surroundings = here()): string {
  const { platform, home, env } = surroundings
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Usher')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Usher')
  return join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Usher')
}

const here = (): Surroundings => ({ platform: process.platform, home: homedir(), env: process.env })

/** The decks that come with the product, seen from a built main program (`out/main`). */
export const decksFolder = (mainFolder: string): string => join(mainFolder, '..', '..', 'resources', 'decks')

/** The built console, seen from a built main program (`out/main`). */
export const rendererFolder = (mainFolder: string): string => join(mainFolder, '..', 'renderer')
