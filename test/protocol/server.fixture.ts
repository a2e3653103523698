import { expect } from 'vitest'
import { startEngine } from '../../src/main/engine/started.fixture'
import type { EngineParts } from '../../src/main/engine'
import { PATCH_OP, type Compatibility, type Json, type JsonObject } from '../../src/shared/scim'

export const MODES = ['entra', 'rfc'] as const

/** The whole server on a socket, in a compatibility mode. */
export async function startServer(mode: Compatibility = 'entra', options: Partial<EngineParts> = {}) {
  const started = await startEngine(options)
  const { engine, send } = started
  await engine.console.settings.set({ 'server.compatibility': mode })

  return {
    ...started,
    /** POSTs what has to be created, and gives its id. */
    async create(endpoint: string, body: JsonObject): Promise<string> {
      const { status, json, text } = await send('POST', endpoint, body)
      expect(status, text).toBe(201)
      return String(json.id)
    },
    read: async (path: string) => (await send('GET', path)).json as JsonObject,
    patch: (path: string, ...Operations: Json[]) => send('PATCH', path, { schemas: [PATCH_OP], Operations }),
    /** GET with a filter, as Entra writes it; further parameters as they are. */
    find: (endpoint: string, filter: string, more = '') =>
      send('GET', `${endpoint}?filter=${entraEscape(filter)}${more}`)
  }
}

/** entra-protocol 2.5: blanks as `+`, the rest as hex. */
const entraEscape = (filter: string): string => encodeURIComponent(filter).replaceAll('%20', '+')

export const idsOf = (list: JsonObject): string[] =>
  (list.Resources as JsonObject[]).map(({ id }) => String(id))
