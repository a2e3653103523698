import { arch, platform, release, version } from 'node:os'
import type { EvidenceDesk } from '../console/deps'
import type { Scrub } from '../http/without-secrets'
import type { Clock } from '../platform/clock'
import { resourceTypeResources, schemaResources, serviceProviderConfig } from '../scim/discovery'
import type { Registry } from '../scim/model'
import type { Stores } from '../store/stores'
import type { TunnelDesk } from '../tunnel/desk'

interface Parts {
  registry: Registry
  stores: Pick<Stores, 'sqliteVersion'>
  tunnel: Pick<TunnelDesk, 'state'>
  problems: string[]
  usher: string
  clock: Clock
  scrub: Scrub
}

/** What only the engine as a whole can say about itself for a support case. */
export function createEvidenceFacts({
  registry,
  stores,
  tunnel,
  problems,
  usher,
  clock,
  scrub
}: Parts): EvidenceDesk {
  const wallAtStart = clock.now()
  const steadyAtStart = performance.now()
  return {
    scrub,
    schemas: () => ({
      ServiceProviderConfig: serviceProviderConfig(''),
      ResourceTypes: resourceTypeResources(registry, ''),
      Schemas: schemaResources(registry, ''),
      problems
    }),
    clock() {
      const now = clock.now()
      const { report } = tunnel.state()
      return {
        now: new Date(now).toISOString(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        utcOffsetMinutes: -new Date(now).getTimezoneOffset(),
        // Set by hand or by the system while Usher ran: the clock went another way than time did.
        jumpedSinceStartMs: Math.round(now - wallAtStart - (performance.now() - steadyAtStart)),
        publicAddress:
          !report || report.clockOffsetMs === null
            ? 'No public address answered, so the clock could not be compared with another.'
            : {
                offsetMs: report.clockOffsetMs,
                comparedAt: new Date(report.at).toISOString(),
                precisionMs: 1000
              }
      }
    },
    versions: () => ({
      usher,
      electron: process.versions.electron ?? null,
      chrome: process.versions.chrome ?? null,
      node: process.versions.node,
      sqlite: stores.sqliteVersion(),
      system: { platform: platform(), release: release(), version: version(), arch: arch() }
    })
  }
}
