import type { FastifyInstance } from 'fastify'
import { SCIM_BASE_PATH } from '../../../shared/scim'
import { notImplemented } from '../../scim/errors'
import { runBulk } from '../bulk'
import type { HttpDeps } from '../deps'
import { tell } from '../exchange-in-progress'
import { bodyOf } from '../plugins/parse-scim-body'
import { listQueryOf, queryOf, searchQueryOf } from '../query'
import { sendList, sendScim } from '../respond'
import { contextOf } from './context'
import { onlyMethods } from './only-methods'

/** RFC 7644 §3.4.2.1 and §3.4.3: queries over all resource types. §3.7: bulk. §3.11: `/Me`, which a token without a person cannot have. */
export function rootRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const types = deps.registry.models.map(model => model.type.name)

  app.get(SCIM_BASE_PATH, async (request, reply) =>
    sendList(
      request,
      reply,
      await deps.directory.list(contextOf(request, deps), types, listQueryOf(queryOf(request)))
    )
  )
  app.post(`${SCIM_BASE_PATH}/.search`, async (request, reply) =>
    sendList(
      request,
      reply,
      await deps.directory.list(contextOf(request, deps), types, searchQueryOf(bodyOf(request)))
    )
  )
  app.post(`${SCIM_BASE_PATH}/Bulk`, async (request, reply) => {
    const { message, operations, failed, hasChange, tolerances } = await runBulk(
      deps,
      contextOf(request, deps),
      bodyOf(request)
    )
    tell(request, { story: { kind: 'bulk', operations, failed }, hasChange, tolerances })
    sendScim(reply, 200, message)
    return reply
  })
  onlyMethods(app, `${SCIM_BASE_PATH}/Bulk`, ['POST'])
  onlyMethods(app, SCIM_BASE_PATH, ['GET'])
  onlyMethods(app, `${SCIM_BASE_PATH}/.search`, ['POST'])

  app.all(`${SCIM_BASE_PATH}/Me`, () => {
    throw notImplemented(
      'A token stands for a client, not for a person, so there is no /Me (RFC 7644 §3.11).'
    )
  })
}
