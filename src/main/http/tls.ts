import { mkdirSync, watch, type FSWatcher } from 'node:fs'
import type { Server } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import type { TlsState } from '../../shared/tls'
import { describeTlsProblem } from '../../shared/words/tls'
import { readCertificate, type TlsMaterial } from './certificate'

/** TLS is switched on and there is nothing to speak it with. The message says what to do. */
export class NoCertificate extends Error {
  override name = 'NoCertificate'
}

interface TlsOptions {
  /** Where the certificate lies; made when TLS is switched on. */
  folder: string
  /** Of the key. */
  password(): string | null
  isOn(): boolean
  /** The name that clients call, if that is known. */
  host(): string | null
  now(): number
  /** The certificate became another one, or cannot be used. */
  onChange(): void
}

/** Programs write a certificate in several steps. */
const SETTLED_MS = 300
/** A certificate ends while nothing else happens. */
const DAY_MS = 86_400_000

/** The listener's certificate: read when the door opens, read again when its files change, taken over by open connections' server. */
export function createTls({ folder, password, isOn, host, now, onChange }: TlsOptions) {
  let state: TlsState = { kind: 'off' }
  let server: Server | null = null
  let watcher: FSWatcher | null = null
  let timer: NodeJS.Timeout | null = null
  let daily: NodeJS.Timeout | null = null

  function read(): TlsMaterial | null {
    const found = readCertificate(folder, { password: password(), host: host(), now: now() })
    if (found.kind === 'problem') {
      state = found
      return null
    }
    state = { kind: 'on', certificate: found.certificate }
    return found.material
  }

  function reload(): void {
    timer = null
    const material = read()
    if (material) server?.setSecureContext(material)
    onChange()
  }

  function follow(): void {
    watcher ??= watch(folder, () => {
      timer ??= setTimeout(reload, SETTLED_MS)
    })
    daily ??= setInterval(reload, DAY_MS).unref()
  }

  return {
    state: (): TlsState => state,
    /** What the door is to be opened with; null for a plain one. @throws NoCertificate */
    open(): TlsMaterial | null {
      server = null
      if (!isOn()) {
        this.end()
        state = { kind: 'off' }
        return null
      }
      mkdirSync(folder, { recursive: true })
      follow()
      const material = read()
      if (material === null && state.kind === 'problem')
        throw new NoCertificate(describeTlsProblem(state.problem))
      return material
    },
    /** Whether the key opens with this password, as far as there is one to be opened. */
    opensWith(text: string): boolean {
      const found = readCertificate(folder, { password: text, host: null, now: now() })
      return found.kind === 'ready' || found.problem.kind !== 'bad-password'
    },
    /** Reads the certificate again; what cannot be used is told, and the one before serves on. */
    reload,
    /** The server that takes over every later certificate. */
    serves(opened: Server): void {
      server = opened
    },
    end(): void {
      if (timer) clearTimeout(timer)
      if (daily) clearInterval(daily)
      daily = null
      watcher?.close()
      timer = null
      watcher = null
    }
  }
}
export type Tls = ReturnType<typeof createTls>

/** The server behind the door, with TLS when that is on; it takes over every later certificate. @throws NoCertificate */
export function openedWith(
  tls: Tls,
  newServer: (material: TlsMaterial | null) => FastifyInstance
): FastifyInstance {
  const material = tls.open()
  const app = newServer(material)
  if (material) tls.serves(app.server as unknown as Server)
  return app
}

export const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname : null
