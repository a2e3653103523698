import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ProjectionQuery } from '../../directory/types'
import { SCIM_BASE_PATH } from '../../../shared/scim'
import type { ResourceType } from '../../scim/model'
import { locationOf } from '../../scim/render'
import type { HttpDeps } from '../deps'
import { bodyOf } from '../plugins/parse-scim-body'
import { listQueryOf, projectionOf, queryOf, searchQueryOf } from '../query'
import { sendList, sendRead, sendWritten } from '../respond'
import { contextOf } from './context'
import { onlyMethods } from './only-methods'

type WithId = { Params: { id: string } }

/** RFC 7644 §3: the endpoints of one resource type. Users, groups and custom types are the same code. */
export function resourceRoutes(app: FastifyInstance, type: ResourceType, deps: HttpDeps): void {
  const { directory } = deps
  const { name } = type
  const at = SCIM_BASE_PATH + type.endpoint
  const context = (request: FastifyRequest) => contextOf(request, deps)

  app.get(at, async (request, reply) =>
    sendList(request, reply, await directory.list(context(request), [name], listQueryOf(queryOf(request))))
  )

  app.post(at, async (request, reply) => {
    const projection = projectionOf(queryOf(request))
    const asked = context(request)
    const written = await directory.create(asked, name, bodyOf(request), projection)
    // Otherwise it follows from the resource; RFC 7644 §3.3 wants it whatever of that is asked for.
    if (isPartial(projection)) reply.header('Location', locationOf(type, written.id, asked.baseUrl))
    return sendWritten(request, reply, written, 201)
  })

  app.post(`${at}/.search`, async (request, reply) =>
    sendList(request, reply, await directory.list(context(request), [name], searchQueryOf(bodyOf(request))))
  )

  app.get<WithId>(`${at}/:id`, async (request, reply) => {
    const projection = projectionOf(queryOf(request))
    return sendRead(
      request,
      reply,
      await directory.read(context(request), name, request.params.id, projection)
    )
  })

  app.put<WithId>(`${at}/:id`, async (request, reply) => {
    const options = { ...projectionOf(queryOf(request)), ifMatch: ifMatchOf(request) }
    const written = await directory.replace(
      context(request),
      name,
      request.params.id,
      bodyOf(request),
      options
    )
    return sendWritten(request, reply, written, 200)
  })

  app.patch<WithId>(`${at}/:id`, async (request, reply) => {
    const projection = projectionOf(queryOf(request))
    const isUnread = !hasPatchAnswer(type) && !isPartial(projection)
    const options = { ...projection, ifMatch: ifMatchOf(request), isUnread }
    const written = await directory.patch(context(request), name, request.params.id, bodyOf(request), options)
    return sendWritten(request, reply, written, isUnread ? 204 : 200)
  })

  app.delete<WithId>(`${at}/:id`, async (request, reply) => {
    const options = { ifMatch: ifMatchOf(request) }
    const written = await directory.remove(context(request), name, request.params.id, options)
    return sendWritten(request, reply, written, 204)
  })

  onlyMethods(app, at, ['GET', 'POST'])
  onlyMethods(app, `${at}/.search`, ['POST'])
  onlyMethods(app, `${at}/:id`, ['GET', 'PUT', 'PATCH', 'DELETE'])
}

/** Entra documents 204 for groups, whose members may be many, and accepts 200 with the resource for everything else. */
const hasPatchAnswer = (type: ResourceType): boolean => type.name !== 'Group'

/** Whether a part of the resource is asked for. */
const isPartial = ({ attributes, excludedAttributes }: ProjectionQuery): boolean =>
  attributes !== null || excludedAttributes !== null

const ifMatchOf = ({ headers }: FastifyRequest): string | null => headers['if-match'] ?? null
