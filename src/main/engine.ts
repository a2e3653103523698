import { basename, join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import type { ServerState } from '../shared/contract'
import type { Settings } from '../shared/settings'
import type { ConsoleDeps } from './console/deps'
import { createEvents } from './console/events'
import { createPortCarrier } from './console/port-carrier'
import { resetDirectory } from './directory/reset-directory'
import { createDirectory } from './directory/create-directory'
import { createLentTokens } from './directory/lent-tokens'
import { createExports } from './directory/exports'
import { createTrial } from './directory/trial'
import { createTokens } from './directory/tokens'
import { createViews } from './directory/views'
import { createOpenHere } from './engine/open-here'
import type { EngineParts } from './engine/parts'
import { createConnection } from './engine/connection'
import { doorTokens } from './engine/door-tokens'
import { createFrontDoor } from './engine/front-door'
import { ownServer } from './engine/local-address'
import { removeSimulated } from './engine/remove-simulated'
import { createBackups } from './engine/backups'
import { createEvidenceFacts } from './engine/evidence-facts'
import { createSettings, retentionOf } from './engine/settings'
import { createFaults } from './http/faults'
import type { TlsMaterial } from './http/certificate'
import { createOwnRequests } from './http/own-requests'
import { buildServer } from './http/server'
import { createReplay } from './http/replay'
import { createTryOut } from './http/try-out'
import type { HttpDeps } from './http/deps'
import { createTunnelChecks } from './http/tunnel-checks'
import { createScrub } from './http/without-secrets'
import { createJournal } from './journal/journal'
import { readCustomFiles } from './platform/custom-files'
import { newId } from './platform/ids'
import { createRegistry } from './scim/registry'
import { createDeckShelf } from './simulator/decks/shelf'
import { createSimulatorDesk } from './simulator/desk'
import { folderProblem } from './store/lock'
import { restoreBackup } from './store/restore-backup'
import { openStores } from './store/stores'

export type { EngineParts }

const LOG_FILE = 'journal.db'
const SHORT_LOG = { maxCount: 1_000, maxDays: 1, maxMegabytes: 64 }

/**
 * Builds the floors, in order. Nothing listens before `start`.
 *
 * @throws UnfitEnvironmentToken, FolderInUse, NewerDatabase, DamagedDatabase or a system error; `failureOf` puts them in words
 */
export function createEngine(parts: EngineParts) {
  const { dataFolder, clock, appLog, environmentToken } = parts

  const { registry, problems } = createRegistry({
    schemas: readCustomFiles(join(dataFolder, 'schemas')),
    resourceTypes: readCustomFiles(join(dataFolder, 'resource-types'))
  })
  for (const problem of problems) appLog.warn(problem)

  const keptAs = parts.restore === undefined ? null : restoreBackup(dataFolder, parts.restore, clock.now())
  const stores = openStores(dataFolder, parts.readerFile)
  stores.uniqueValues.prepare(registry.models)
  const settings = createSettings(stores, parts.firstSettings)
  const journal = createJournal({
    file: parts.isLogKept === false ? ':memory:' : join(dataFolder, LOG_FILE),
    clock,
    minId: stores.changes.lastExchangeId(),
    retention: parts.isLogKept === false ? SHORT_LOG : retentionOf(settings.get()),
    changesOf: stores.changes.byExchange,
    readerFile: parts.logReaderFile,
    isSearched: parts.hasConsole
  })
  if (parts.restore !== undefined) {
    journal.note({ kind: 'backup-restored', name: basename(parts.restore), keptAs }, null)
  }
  const tokens = createTokens({
    tokens: stores.tokens,
    accessTokens: stores.accessTokens,
    commit: stores.commit,
    clock,
    environmentSecret: environmentToken
  })
  const directory = createDirectory({ stores, registry, clock, newId })
  const views = createViews({ stores, registry })

  const events = createEvents({ journal, counts: views.counts })
  const backups = createBackups({
    stores,
    dataFolder,
    settings: settings.get,
    clock,
    appLog,
    reopen: parts.reopen,
    onChange: () => events.publish({ kind: 'backups-changed' })
  })
  const scrub = createScrub(environmentToken)
  const own = createOwnRequests()
  const faults = createFaults({
    random: parts.chance,
    onChange: armed => events.publish({ kind: 'faults-changed', armed })
  })
  const lent = createLentTokens(clock)
  const tunnelChecks = createTunnelChecks(clock)
  const doorDeps: HttpDeps = {
    directory,
    journal,
    registry,
    tokens: doorTokens({ tokens, lent, onUsed: () => events.publish({ kind: 'tokens-used' }) }),
    nameOf: stores.resources.findName,
    settings: settings.get,
    clock,
    log: appLog,
    scrub,
    own,
    faults,
    tunnelChecks
  }
  const newServer = (material: TlsMaterial | null = null) => buildServer(doorDeps, material)
  const { server, doors, tls, keyPassword, tlsDesk } = createFrontDoor({
    parts,
    newServer,
    journal,
    settings: settings.get,
    schemaProblems: problems,
    onChange(state) {
      events.publish({ kind: 'server-changed', server: state })
      parts.onServerChanged?.(state)
    }
  })
  const simulator = createSimulatorDesk({
    clock,
    openHere: createOpenHere({ ownDoor: doors.own, lent, own }),
    workerFile: parts.simulatorFile,
    onChange: run => events.publish({ kind: 'simulator-changed', run })
  })
  const allSettings = {
    get: settings.get,
    async set(values: Partial<Settings>) {
      const all = await settings.set(values)
      if (parts.isLogKept !== false) journal.setRetention(retentionOf(all))
      parts.onSettingsChanged?.(all)
      return all
    }
  }
  const { tunnel, setup } = createConnection({
    ...(parts.tunnel && { tunnel: parts.tunnel }),
    onTunnelChanged: state => parts.onTunnelChanged?.(state),
    journal,
    settings: allSettings,
    keep: settings.set,
    server,
    ownDoor: doors.own,
    tokens,
    tunnelChecks,
    hasResources: () => stores.resources.counts().some(({ total }) => total > 0),
    events,
    clock
  })
  const consoleDeps: ConsoleDeps = {
    server,
    journal,
    tryOut: createTryOut({
      journal,
      lent,
      server: doorDeps,
      trial: exchangeId => createTrial({ stores, registry, clock, newId }, exchangeId)
    }),
    replay: createReplay({ journal, lent, own, server: () => ownServer(doors.own()) }),
    chooseFile: parts.chooseFile ?? null,
    desktop: parts.desktop ?? null,
    tokens,
    tls: tlsDesk,
    settings: allSettings,
    views,
    resources: directory,
    exports: createExports({ stores, registry }, views),
    events,
    faults,
    simulator,
    decks: createDeckShelf({
      folder: join(dataFolder, 'decks'),
      shippedFolder: parts.decksFolder ?? null,
      warn: appLog.warn
    }),
    directory: {
      reset: exchangeId => resetDirectory({ stores, registry, clock, newId }, exchangeId)
    },
    backups: backups.desk,
    folderProblem,
    evidence: createEvidenceFacts({ registry, stores, tunnel, problems, usher: parts.version, clock, scrub }),
    tunnel,
    setup,
    removeSimulated: () => removeSimulated({ journal, directory, findName: stores.resources.findName }),
    clock
  }
  const ports = createPortCarrier(consoleDeps)

  return {
    /** A SCIM server over these floors that does not listen: the listener makes one for each start, tests inject into one. */
    newServer,
    /** What a carrier of the contract needs. */
    console: consoleDeps,
    /** A window's port, over which the contract travels. */
    connect: (port: MessagePort): void => ports.connect(port),

    /** Opens the SCIM listener. A taken port is a state, not an error. */
    async start(): Promise<ServerState> {
      await keyPassword.load()
      await server.start()
      void tunnel.check()
      const { decks } = consoleDeps
      const wanted = decks.list().find(({ name }) => name === parts.plays)
      const deck = wanted && decks.find(wanted.id)
      if (deck) simulator.playDeck(deck, 1)
      return server.state()
    },

    /** In order: the door, requests in flight, streams, the log, the last commit, the files. Within five seconds. */
    async stop(): Promise<void> {
      backups.stop()
      await simulator.shutDown()
      await tunnel.end()
      setup.end()
      await server.stop()
      tls.end()
      events.end()
      ports.close()
      journal.flush()
      journal.shutDown()
      await stores.close()
    }
  }
}
export type Engine = ReturnType<typeof createEngine>
