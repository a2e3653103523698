import { oc, type } from '@orpc/contract'
import { z } from 'zod'

/** Told apart at a glance, and each with a name for those who cannot. */
export const WORKSPACE_COLOURS = ['teal', 'blue', 'violet', 'rose', 'orange', 'green', 'slate'] as const
export type WorkspaceColour = (typeof WORKSPACE_COLOURS)[number]

/** A data folder with a name: one customer's directory, port, tokens and log. One is open at a time. */
export interface Workspace {
  id: string
  /** Empty for the program's own folder while nobody has named it. */
  name: string
  colour: WorkspaceColour
  folder: string
  /** The program's own folder, which cannot be taken off the list. */
  isHome: boolean
}

export interface WorkspaceState {
  workspaces: Workspace[]
  currentId: string
}

const Id = z.string().min(1).max(100)
const Name = z.string().trim().min(1).max(40)
const Colour = z.enum(WORKSPACE_COLOURS)

/** What can be done with the list of workspaces; no folder is ever deleted by it, and the page names none. */
export const WorkspaceDeed = z.discriminatedUnion('kind', [
  /** In a folder of its own, made here. `port`: what its server begins with. */
  z.object({
    kind: z.literal('create'),
    name: Name,
    colour: Colour,
    port: z.number().int().min(0).max(65535)
  }),
  /** A data folder that is there already: a person is asked which. */
  z.object({ kind: z.literal('adopt'), name: Name, colour: Colour }),
  z.object({ kind: z.literal('change'), id: Id, name: Name, colour: Colour }),
  /** Off the list; its folder stays. */
  z.object({ kind: z.literal('remove'), id: Id })
])
export type WorkspaceDeed = z.infer<typeof WorkspaceDeed>

/** The message says why, in words. */
const errors = { REFUSED: { status: 409 } } as const

export const workspacesContract = {
  /** null where there are none, as in a browser: there a console belongs to one data folder. */
  state: oc.output(type<WorkspaceState | null>()),
  alter: oc.input(WorkspaceDeed).errors(errors).output(type<WorkspaceState>()),
  /**
   * Requests in flight are answered, the engine closes its folder and opens the other. The console's connection ends on the way and
   * comes back.
   */
  switchTo: oc
    .input(z.object({ id: Id }))
    .errors(errors)
    .output(type<void>())
}
