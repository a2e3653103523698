import { create } from 'zustand'
import type { Workspace, WorkspaceDeed, WorkspaceState } from '../../shared/workspace'
import { client } from '../bridge'
import { words } from '../i18n'

/** null: not known yet, or there are none, as in a browser. */
export const useWorkspaces = create<{ state: WorkspaceState | null }>(() => ({ state: null }))

export async function loadWorkspaces() {
  useWorkspaces.setState({ state: await client.workspaces.state() })
}

export async function alterWorkspaces(deed: WorkspaceDeed) {
  useWorkspaces.setState({ state: await client.workspaces.alter(deed) })
}

/** The connection ends and comes back with the other folder's engine. */
export const switchWorkspace = (id: string) => client.workspaces.switchTo({ id })

export const openWorkspace = ({ state }: { state: WorkspaceState | null }): Workspace | null =>
  state?.workspaces.find(({ id }) => id === state.currentId) ?? null

/** The program's own folder has no name until somebody gives it one. */
export const nameOfWorkspace = ({ name }: Pick<Workspace, 'name'>): string => name || words.workspaces.home
