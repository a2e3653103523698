import type { Import } from './imports'

/**
 * The floors of the building, as described in docs/architecture.md. A file reaches its own floor and those listed,
 * never up; importing a type counts like any other import. `mayReach` names floors, or single files of one.
 */
type Floor = { at: string[]; mayReach: string[]; usesNode?: false }

/** What the journal, with its own file, shares with the directory's store: opening and migrating, but no statements. */
const openingOfDatabases = ['database', 'migrate', 'sqlite', 'sqlite-errors'].map(
  name => `src/main/store/${name}`
)

const upToJournal = ['shared', 'platform', 'scim', 'store', 'directory', 'journal']
const upToEngine = [...upToJournal, 'http', 'console', 'simulator', 'tunnel']

const floors: Record<string, Floor> = {
  shared: { at: ['src/shared'], mayReach: [], usesNode: false },
  platform: { at: ['src/main/platform'], mayReach: [] },
  scim: { at: ['src/main/scim'], mayReach: ['shared'], usesNode: false },
  store: { at: ['src/main/store'], mayReach: ['shared', 'platform', 'scim'] },
  directory: { at: ['src/main/directory'], mayReach: ['shared', 'platform', 'scim', 'store'] },
  journal: { at: ['src/main/journal'], mayReach: ['shared', 'platform', 'scim', ...openingOfDatabases] },
  http: { at: ['src/main/http'], mayReach: upToJournal },
  console: { at: ['src/main/console'], mayReach: [...upToJournal, 'simulator', 'tunnel'] },
  simulator: { at: ['src/main/simulator'], mayReach: ['shared', 'platform', 'scim'] },
  tunnel: { at: ['src/main/tunnel'], mayReach: ['shared', 'platform'] },
  engine: {
    at: ['src/main/engine', 'src/main/engine-worker', 'src/main/engine-protocol'],
    mayReach: upToEngine
  },
  reader: { at: ['src/main/reader-worker'], mayReach: ['store'] },
  'log reader': { at: ['src/main/log-reader-worker'], mayReach: ['store', 'journal'] },
  'simulator thread': { at: ['src/main/simulator-worker'], mayReach: ['simulator'] },
  desktop: { at: ['src/main/desktop'], mayReach: ['shared', 'platform', 'engine'] },
  window: { at: ['src/main/index'], mayReach: ['shared', 'platform', 'engine', 'desktop'] },
  headless: { at: ['src/main/headless'], mayReach: ['shared', 'platform', 'engine', 'console'] },
  demo: { at: ['src/main/seed-demo'], mayReach: [...upToEngine, 'engine'] },
  simulate: {
    at: ['src/main/simulate', 'src/main/check-server'],
    mayReach: ['shared', 'platform', 'simulator']
  },
  preload: { at: ['src/preload'], mayReach: ['shared'], usesNode: false },
  renderer: { at: ['src/renderer'], mayReach: ['shared'], usesNode: false }
}

/** Packages that belong to some floors only. All others are free, except that React's world stays in the renderer. */
const packageHomes: [RegExp, string[]][] = [
  [/^better-sqlite3$/, ['src/main/store']],
  [/^(fastify|@fastify\/.*)$/, ['src/main/http', 'src/main/console']],
  [/^electron$/, ['src/main/desktop', 'src/preload', 'src/main/index']],
  [/^(react|react-dom|zustand|@mantine\/.*|@tabler\/.*|@tanstack\/.*|@xyflow\/.*)$/, ['src/renderer']]
]

/** Inside the renderer: what is shown knows neither where its data comes from nor which screen it is on. */
const closedDoors: { from: string; to: string[] }[] = [
  {
    from: 'src/renderer/components',
    to: ['src/renderer/stores', 'src/renderer/bridge', 'src/renderer/screens', 'src/renderer/shell']
  },
  {
    from: 'src/renderer/stores',
    to: ['src/renderer/screens', 'src/renderer/components', 'src/renderer/shell']
  }
]

/** One sentence for each import that breaks a rule: "scim/x.ts reaches ../store/database". */
export function faults(imports: Import[]): string[] {
  return imports.filter(isForbidden).map(({ from, specifier }) => `${short(from)} reaches ${specifier}`)
}

/** Every file of src/ has a floor; a new folder has to be given one here. */
export const hasFloor = (path: string): boolean => floorOf(path) !== undefined

function isForbidden(door: Import): boolean {
  switch (door.kind) {
    case 'node':
      return floors[floorOf(door.from) ?? '']?.usesNode === false
    case 'package':
      return packageHomes.some(
        ([name, homes]) => name.test(door.to) && !homes.some(home => isIn(door.from, home))
      )
    case 'file':
      return reachesUp(door) || isClosed(door) || isOtherScreen(door)
  }
}

function reachesUp({ from, to }: Import): boolean {
  const own = floorOf(from)
  const other = floorOf(to)
  if (own === undefined || other === undefined) return true
  if (own === other) return false
  return !floors[own]?.mayReach.some(allowed => allowed === other || isIn(to, allowed))
}

const isClosed = ({ from, to }: Import): boolean =>
  closedDoors.some(door => isIn(from, door.from) && door.to.some(folder => isIn(to, folder)))

function isOtherScreen({ from, to }: Import): boolean {
  const [own, other] = [screenOf(from), screenOf(to)]
  return own !== undefined && other !== undefined && own !== other
}

const screenOf = (path: string): string | undefined => /^src\/renderer\/screens\/([^/]+)\//.exec(path)?.[1]

const floorOf = (path: string): string | undefined =>
  Object.keys(floors).find(name => floors[name]?.at.some(place => isIn(path, place)))

/** `src/main/index` holds `src/main/index.ts`, and `src/main/http` all files below it, but not `src/main/https.ts`. */
const isIn = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`)

const short = (path: string): string => path.replace(/^src\/(main\/)?/, '')
