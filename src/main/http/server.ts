import Fastify, { type FastifyInstance } from 'fastify'
import { createBusySockets } from './busy-sockets'
import type { TlsMaterial } from './certificate'
import { closeOnlyQuiet } from './closing'
import type { HttpDeps } from './deps'
import { answerErrors } from './plugins/answer-errors'
import { injectFaults } from './plugins/inject-faults'
import { allowSources } from './plugins/allow-sources'
import { answerTunnelChecks } from './plugins/answer-tunnel-checks'
import { recordBadUrl, recordNotHttp } from './plugins/not-a-request'
import { parseScimBodies } from './plugins/parse-scim-body'
import { recordExchanges } from './plugins/record-exchange'
import { requireBearer } from './plugins/require-bearer'
import { discoveryRoutes } from './routes/discovery'
import { healthRoutes } from './routes/health'
import { resourceRoutes } from './routes/resources'
import { rootRoutes } from './routes/root'
import { tokenEndpoint } from './routes/token-endpoint'
import { tidyTarget } from './scim-path'
import { MAX_BODY_BYTES } from './unread-body'

/** Tunnels keep their connections for 90 s at most; ours must outlive them, or a request meets a closing door. */
const KEEP_ALIVE_MS = 120_000
const HEADERS_MS = 20_000
const REQUEST_MS = 60_000
/** Ids are short, but a hostile path should be answered as not found and not fall out of the router: as long as headers may be. */
const LONGEST_ID = 16_384

/** The SCIM listener's server. Order is behaviour: what is refused is recorded too, and an unknown caller's body is never read.
 *
 * @param tls what to speak TLS with; null for a plain server
 */
export function buildServer(deps: HttpDeps, tls: TlsMaterial | null = null): FastifyInstance {
  const busySockets = createBusySockets()
  const app = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    ...transport(tls),
    // Queries are read by `queryOf`, as forms.
    routerOptions: { maxParamLength: LONGEST_ID, querystringParser: () => ({}) },
    rewriteUrl: tidyTarget,
    frameworkErrors: recordBadUrl(deps),
    clientErrorHandler: recordNotHttp(deps, busySockets)
  })

  closeOnlyQuiet(app.server, tls !== null, busySockets)
  answerTunnelChecks(app, deps)
  recordExchanges(app, deps, busySockets)
  injectFaults(app, deps)
  allowSources(app, deps)
  requireBearer(app, deps)
  answerErrors(app, deps)
  parseScimBodies(app)

  // Not registered: each plugin has a Request and a Reply class of its own, and what V8 compiled for one is thrown away at the next.
  for (const { type } of deps.registry.models) resourceRoutes(app, type, deps)
  discoveryRoutes(app, deps)
  rootRoutes(app, deps)
  healthRoutes(app)
  // Reads forms, and its faults have another shape.
  app.register(tokenEndpoint(deps))
  return app
}

/** Fastify's own type changes with the transport; routes and hooks are the same on both. */
function transport(tls: TlsMaterial | null): object {
  const http = { headersTimeout: HEADERS_MS, requireHostHeader: false }
  return tls === null ? { http } : { https: { ...http, ...tls } }
}
