import type { UnknownMember } from '../../shared/directory-views'
import { answers } from './contract'
import type { ConsoleDeps } from './deps'
import { exportGroups, exportMembers } from './directory-export'
import { addMember, removeMember } from './edits'
import { tellingWhyNot } from './save-file'

const NOBODY = { message: 'There is no group with this id, and there never was.' }
/** Failed requests on a group that are looked through for unknown members. */
const FAILURES_READ = 200

export const groups = {
  page: answers.groups.page.handler(async ({ context, input }) => ({
    ...(await context.views.groups.page(input)),
    counts: context.views.counts()
  })),

  get: answers.groups.get.handler(async ({ context, input, errors }) => {
    const group = await context.views.groups.get(input.id, context.server.state().tenantUrl)
    if (!group) throw errors.NOT_FOUND(NOBODY)
    return { ...group, unknownMembers: await unknownMembers(context, input.id) }
  }),

  members: answers.groups.members.handler(async ({ context, input, errors }) => {
    const members = await context.views.groups.members(input)
    if (!members) throw errors.NOT_FOUND(NOBODY)
    return members
  }),

  moments: answers.groups.moments.handler(({ context, input, errors }) => {
    const moments = context.views.groups.moments(input)
    if (!moments) throw errors.NOT_FOUND(NOBODY)
    return moments
  }),

  compare: answers.groups.compare.handler(async ({ context, input, errors }) => {
    const comparison = await context.views.groups.compare(input)
    if (!comparison) throw errors.NOT_FOUND(NOBODY)
    return comparison
  }),

  graph: answers.groups.graph.handler(({ context, input, errors }) => {
    const graph = context.views.groups.graph(input.id)
    if (!graph) throw errors.NOT_FOUND(NOBODY)
    return graph
  }),

  paths: answers.groups.paths.handler(({ context, input, errors }) => {
    const paths = context.views.groups.paths(input.id, input.memberId)
    if (!paths) throw errors.NOT_FOUND({ message: 'The group or the member is not here any more.' })
    return paths
  }),

  history: answers.groups.history.handler(({ context, input }) =>
    context.views.history(input.id, input.before, input.limit)
  ),

  addMember: answers.groups.addMember.handler(({ context, input, errors }) =>
    addMember(context, errors, input.id, input.memberId)
  ),

  removeMember: answers.groups.removeMember.handler(({ context, input, errors }) =>
    removeMember(context, errors, input.id, input.memberId)
  ),

  export: answers.groups.export.handler(({ context, input, errors, signal }) =>
    tellingWhyNot(exportGroups(context, input, signal), errors, signal)
  ),

  exportMembers: answers.groups.exportMembers.handler(async ({ context, input, errors, signal }) => {
    const first = await context.views.groups.members({ ...input, offset: 0, limit: 1 })
    if (!first) throw errors.NOT_FOUND(NOBODY)
    return tellingWhyNot(exportMembers(context, input, first.matched, signal), errors, signal)
  })
}

/** Ids that requests wanted to add to the group and that are still nobody's, as far as the log goes back. */
async function unknownMembers({ journal, views }: ConsoleDeps, id: string): Promise<UnknownMember[]> {
  const query = `group=${JSON.stringify(id)} is:error`
  const { rows } = await journal.page({ query, before: null, limit: FAILURES_READ })
  const found = new Map<string, UnknownMember>()
  for (const { id: exchangeId, startedAt, story } of rows.toReversed()) {
    const unknown = story.kind === 'failed' ? story.unknownMember : undefined
    if (unknown === undefined || found.has(unknown) || views.isKnown(unknown)) continue
    found.set(unknown, { id: unknown, exchangeId, at: startedAt })
  }
  return [...found.values()]
}
