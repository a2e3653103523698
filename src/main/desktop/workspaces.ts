import { BrowserWindow, dialog } from 'electron'
import type { Settings } from '../../shared/settings'
import type { WorkspaceDeed, WorkspaceState } from '../../shared/workspace'
import type { WorkspaceList } from './workspace-list'

/** Opens the engine on another folder. `settings`: what a new one begins with. */
type Reopen = (folder: string, isHome: boolean, settings?: Partial<Settings>) => void

/** What the console asks of the list of workspaces. What is thrown reaches the page as a sentence. */
export function createWorkspaces(list: WorkspaceList, reopen: Reopen) {
  /** What somebody typed for a workspace that has not been opened yet. */
  const begins = new Map<string, Partial<Settings>>()

  return {
    state: (): WorkspaceState => list.state(),

    async alter(deed: WorkspaceDeed): Promise<WorkspaceState> {
      switch (deed.kind) {
        case 'create':
          begins.set(list.create(deed).id, { 'server.port': deed.port })
          break
        case 'adopt': {
          const folder = await chooseFolder()
          if (folder !== null) list.adopt(deed, folder)
          break
        }
        case 'change':
          list.change(deed)
          break
        case 'remove':
          list.remove(deed.id)
          break
      }
      return list.state()
    },

    switchTo(id: string): void {
      const { folder } = list.find(id)
      list.open(id)
      const { isHome } = list.state().workspaces.find(one => one.id === id) ?? { isHome: false }
      const firstSettings = begins.get(id)
      begins.delete(id)
      // The answer goes out before the engine ends.
      setImmediate(() => reopen(folder, isHome, firstSettings))
    }
  }
}

export type Workspaces = ReturnType<typeof createWorkspaces>

async function chooseFolder(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  const options = { properties: ['openDirectory' as const] }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}
