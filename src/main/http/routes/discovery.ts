import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type JsonObject, LIST_RESPONSE, SCIM_BASE_PATH } from '../../../shared/scim'
import { resourceTypeResources, schemaResources, serviceProviderConfig } from '../../scim/discovery'
import { forbidden, notFound } from '../../scim/errors'
import type { HttpDeps } from '../deps'
import { tell } from '../exchange-in-progress'
import { queryOf } from '../query'
import { sendScim } from '../respond'
import { contextOf } from './context'
import { onlyMethods } from './only-methods'

type WithId = { Params: { id: string } }

/** RFC 7644 §4: what this server can do, and its schemas. Read only; a filter is refused with 403, as §4 demands. */
export function discoveryRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const { registry } = deps
  const baseUrl = (request: FastifyRequest) => contextOf(request, deps).baseUrl

  app.get(`${SCIM_BASE_PATH}/ServiceProviderConfig`, (request, reply) => {
    refuseFilter(request)
    return sendOne(request, reply, 'ServiceProviderConfig', serviceProviderConfig(baseUrl(request)))
  })
  onlyMethods(app, `${SCIM_BASE_PATH}/ServiceProviderConfig`, ['GET'])

  const lists = {
    ResourceTypes: (request: FastifyRequest) => resourceTypeResources(registry, baseUrl(request)),
    Schemas: (request: FastifyRequest) =>
      schemaResources(registry, baseUrl(request), deps.settings()['server.compatibility'])
  }
  for (const [name, all] of Object.entries(lists)) {
    const at = `${SCIM_BASE_PATH}/${name}`
    app.get(at, (request, reply) => {
      refuseFilter(request)
      return sendAll(request, reply, name, all(request))
    })
    app.get<WithId>(`${at}/:id`, (request, reply) => {
      refuseFilter(request)
      // URNs are equal in any case (RFC 8141 §3.1).
      const wanted = request.params.id.toLowerCase()
      const found = all(request).find(({ id }) => String(id).toLowerCase() === wanted)
      if (!found) throw notFound(`There is no "${request.params.id}" in /${name}.`)
      return sendOne(request, reply, `${name}/${request.params.id}`, found)
    })
    onlyMethods(app, at, ['GET'])
    onlyMethods(app, `${at}/:id`, ['GET'])
  }
}

function refuseFilter(request: FastifyRequest): void {
  if (queryOf(request).has('filter')) throw forbidden('Discovery endpoints take no filter (RFC 7644 §4).')
}

function sendOne(
  request: FastifyRequest,
  reply: FastifyReply,
  what: string,
  message: JsonObject
): FastifyReply {
  tell(request, { story: { kind: 'discovered', what } })
  sendScim(reply, 200, message)
  return reply
}

function sendAll(
  request: FastifyRequest,
  reply: FastifyReply,
  what: string,
  all: JsonObject[]
): FastifyReply {
  return sendOne(request, reply, what, {
    schemas: [LIST_RESPONSE],
    totalResults: all.length,
    startIndex: 1,
    itemsPerPage: all.length,
    Resources: all
  })
}
