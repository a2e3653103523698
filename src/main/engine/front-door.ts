import { join } from 'node:path'
import type { ServerState } from '../../shared/contract'
import type { Settings } from '../../shared/settings'
import { createDoors } from '../http/doors'
import { createListener } from '../http/listener'
import { createServerDesk } from '../http/server-desk'
import { createTls, hostOf, openedWith } from '../http/tls'
import type { Journal } from '../journal/types'
import { createKeyPassword } from './key-password'
import type { EngineParts } from './parts'
import { createTlsDesk } from './tls-desk'

/** Sealed by the system's key store. */
const KEY_PASSWORD_FILE = 'key-password.sealed'

interface FrontDoorParts {
  parts: EngineParts
  /** A fresh server for each opening, with TLS when there is something to speak it with. */
  newServer: Parameters<typeof openedWith>[1]
  journal: Pick<Journal, 'note' | 'trouble' | 'subscribe'>
  settings(): Settings
  schemaProblems: string[]
  onChange(server: ServerState): void
}

/** The SCIM listener with everything that opens and closes it: addresses, certificate, the password of its key. */
export function createFrontDoor({
  parts,
  newServer,
  journal,
  settings,
  schemaProblems,
  onChange
}: FrontDoorParts) {
  const { dataFolder, clock, version, host, port } = parts
  const keyPassword = createKeyPassword({
    given: parts.tlsPassword,
    file: join(dataFolder, KEY_PASSWORD_FILE),
    desktop: parts.desktop ?? null
  })
  const tls = createTls({
    folder: join(dataFolder, 'tls'),
    password: keyPassword.get,
    isOn: () => settings()['tls.isOn'],
    host: () => hostOf(settings()['server.publicUrl']),
    now: clock.now,
    onChange: () => server.tellState()
  })
  const doors = createDoors(
    createListener(() => openedWith(tls, newServer), clock, {
      host: host ?? settings()['server.host'],
      port: port ?? settings()['server.port']
    }),
    createListener(() => newServer(null), clock, { host: '127.0.0.1', port: 0 }),
    () => settings()['tls.isOn']
  )
  const server = createServerDesk({
    listener: doors,
    tls: tls.state,
    keyPassword: keyPassword.state,
    journal,
    settings,
    given: { ...(host !== undefined && { host }), ...(port !== undefined && { port }) },
    dataFolder,
    version,
    schemaProblems,
    clock,
    onChange
  })
  return { server, doors, tls, keyPassword, tlsDesk: createTlsDesk({ tls, keyPassword, server }) }
}
