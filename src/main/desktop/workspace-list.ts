import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  WORKSPACE_COLOURS,
  type Workspace,
  type WorkspaceDeed,
  type WorkspaceState
} from '../../shared/workspace'
import { words } from './words'

export const HOME_ID = 'home'

const Entry = z.object({
  id: z.string().min(1),
  name: z.string(),
  colour: z.enum(WORKSPACE_COLOURS),
  folder: z.string().min(1)
})
const List = z.object({ workspaces: z.array(Entry), currentId: z.string() })
type List = z.infer<typeof List>

/**
 * The list of workspaces, `workspaces.json` in the program's own folder. A list that cannot be read is set aside, never written over:
 * the folders are all still there and can be taken up again.
 *
 * @param home the program's own folder, which is a workspace itself and always there
 * @param isFixed a folder was named at the start: that one is opened, whatever was open last
 */
export function createWorkspaceList(home: string, isFixed: boolean) {
  const file = join(home, 'workspaces.json')
  let list = read(file, home)
  if (isFixed || !list.workspaces.some(({ id }) => id === list.currentId)) list.currentId = HOME_ID

  function write(next: List): void {
    writeFileSync(`${file}.new`, JSON.stringify(next, null, 2))
    renameSync(`${file}.new`, file)
    list = next
  }

  const find = (id: string) => {
    const found = list.workspaces.find(one => one.id === id)
    if (!found) throw new Error(words.workspaces.gone)
    return found
  }

  function requireFreeName(name: string, id: string | null): void {
    const taken = list.workspaces.some(one => one.id !== id && one.name.toLowerCase() === name.toLowerCase())
    if (taken) throw new Error(words.workspaces.nameTaken(name))
  }

  function add(entry: List['workspaces'][number]): void {
    write({ ...list, workspaces: [...list.workspaces, entry] })
  }

  return {
    state: (): WorkspaceState => ({
      currentId: list.currentId,
      workspaces: list.workspaces.map((one): Workspace => ({ ...one, isHome: one.id === HOME_ID }))
    }),
    current: () => find(list.currentId),
    find,

    /** @returns the new one, in an empty folder of its own */
    create({ name, colour }: Extract<WorkspaceDeed, { kind: 'create' }>): Workspace {
      requireFreeName(name, null)
      const folders = join(home, 'workspaces')
      mkdirSync(folders, { recursive: true })
      const id = newId(name, folders)
      const entry = { id, name, colour, folder: join(folders, id) }
      add(entry)
      return { ...entry, isHome: false }
    },

    adopt({ name, colour }: Extract<WorkspaceDeed, { kind: 'adopt' }>, folder: string): void {
      requireFreeName(name, null)
      const known = list.workspaces.find(one => one.folder === folder)
      if (known) throw new Error(words.workspaces.known(known.name))
      add({ id: `at-${list.workspaces.length}-${Date.now().toString(36)}`, name, colour, folder })
    },

    change({ id, name, colour }: Extract<WorkspaceDeed, { kind: 'change' }>): void {
      find(id)
      requireFreeName(name, id)
      write({
        ...list,
        workspaces: list.workspaces.map(one => (one.id === id ? { ...one, name, colour } : one))
      })
    },

    /** The folder stays as it is. */
    remove(id: string): void {
      if (id === HOME_ID) throw new Error(words.workspaces.home)
      if (id === list.currentId) throw new Error(words.workspaces.open)
      write({ ...list, workspaces: list.workspaces.filter(one => one.id !== id) })
    },

    open(id: string): void {
      find(id)
      write({ ...list, currentId: id })
    }
  }
}
export type WorkspaceList = ReturnType<typeof createWorkspaceList>

/** Made at once, so that no two get the same. */
function newId(name: string, folders: string): string {
  const base =
    name
      .normalize('NFKD')
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase()
      .slice(0, 40) || 'workspace'
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (id === HOME_ID) continue
    try {
      mkdirSync(join(folders, id))
      return id
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function read(file: string, home: string): List {
  const own = { id: HOME_ID, name: '', colour: WORKSPACE_COLOURS[0], folder: home }
  const none: List = { workspaces: [own], currentId: HOME_ID }
  try {
    const parsed = List.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.success) return setAside(file, none)
    const { workspaces, currentId } = parsed.data
    const known = workspaces.find(({ id }) => id === HOME_ID)
    // Folders may have moved with a profile: the own one is where the program is now.
    const others = workspaces.filter(({ id }) => id !== HOME_ID)
    return { workspaces: [{ ...own, ...known, folder: home }, ...others], currentId }
  } catch (error) {
    if (error instanceof SyntaxError) return setAside(file, none)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return none
    throw error
  }
}

function setAside(file: string, otherwise: List): List {
  renameSync(file, file.replace(/\.json$/, '.unreadable.json'))
  return otherwise
}
