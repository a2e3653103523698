import type { FastifyInstance } from 'fastify'
import { notImplemented } from '../../scim/errors'
import type { HttpDeps } from '../deps'
import { bodyOf } from '../plugins/parse-scim-body'
import { listQueryOf, queryOf, searchQueryOf } from '../query'
import { sendList } from '../respond'
import { contextOf } from './context'
import { onlyMethods } from './only-methods'

/** RFC 7644 §3.4.2.1 and §3.4.3: queries over all resource types. §3.11: `/Me`, which a token without a person cannot have. */
export function rootRoutes(deps: HttpDeps) {
  const types = deps.registry.models.map(model => model.type.name)

  return async (app: FastifyInstance): Promise<void> => {
    app.get('', async (request, reply) =>
      sendList(
        request,
        reply,
        await deps.directory.list(contextOf(request, deps), types, listQueryOf(queryOf(request)))
      )
    )
    app.post('/.search', async (request, reply) =>
      sendList(
        request,
        reply,
        await deps.directory.list(contextOf(request, deps), types, searchQueryOf(bodyOf(request)))
      )
    )
    onlyMethods(app, '', ['GET'])
    onlyMethods(app, '/.search', ['POST'])

    app.all('/Me', () => {
      throw notImplemented(
        'A token stands for a client, not for a person, so there is no /Me (RFC 7644 §3.11).'
      )
    })
    app.all('/Bulk', () => {
      throw notImplemented('Bulk requests are not offered, as ServiceProviderConfig says.')
    })
  }
}
