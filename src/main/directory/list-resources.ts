import { setImmediate } from 'node:timers/promises'
import { USER_SCHEMA, type JsonObject } from '../../shared/scim'
import { LIMITS } from '../scim/discovery'
import type { Filter } from '../scim/filter/ast'
import { parseFilter } from '../scim/filter/parse'
import { resolveFilter } from '../scim/filter/resolve'
import type { ResourceModel } from '../scim/model'
import { parseProjection, wants, type Projection } from '../scim/project'
import { takeNotes } from '../scim/reading'
import { resolveSort } from '../scim/sort'
import { filterToSql, joined, sortKey, sql } from '../store/filter-to-sql'
import type { Membership } from '../store/groups-around'
import type { PagedRows, PageQuery, Sql } from '../store/queries'
import { answer, named } from './answer'
import type { Cursors } from './cursor'
import { requireModel, type Parts } from './parts'
import { storyOfSearch } from './story-of-search'
import type { ListedResources, ListQuery, RequestContext } from './types'

/** From so many resources on, looking at each of them is work for the second thread. */
const MANY = 20_000
/** Resources rendered at a stretch. */
const SLICE = 200

/**
 * RFC 7644 §3.4.2 and RFC 9865: filter, sort, then a page by index or by cursor. Without `sortBy` in the order of creation, so a
 * page never changes because something was added.
 *
 * @throws ScimError 400 invalidFilter, invalidPath, invalidCursor, expiredCursor
 */
export async function listResources(
  parts: Parts,
  cursors: Cursors,
  context: RequestContext,
  types: string[],
  query: ListQuery
): Promise<ListedResources> {
  const { stores, registry, clock } = parts
  const { baseUrl, compatibility } = context
  const models = types.map(type => requireModel(registry, type))
  const reading = takeNotes(compatibility)
  const filter =
    query.filter === null ? null : resolveFilter(parseFilter(query.filter, reading), models, reading)
  const where = conditionOf(models, filter, baseUrl)
  const sort = query.sortBy === null ? null : resolveSort(models, query.sortBy, query.sortOrder, reading)
  const order = sort && {
    key: sortKey(sort.path, { models, baseUrl }),
    isDescending: sort.order === 'descending'
  }
  const limit = Math.min(Math.max(query.count ?? LIMITS.defaultPageSize, 0), LIMITS.maxResults)
  const isByCursor = query.cursor !== undefined
  const startIndex = Math.max(query.startIndex ?? 1, 1)

  const identity = isByCursor ? JSON.stringify([types, query.filter, query.sortBy, query.sortOrder]) : ''
  const after = query.cursor ? cursors.read(query.cursor, identity, clock.now()) : null
  const wanted: PageQuery = { where, order, after, limit, offset: isByCursor ? 0 : startIndex - 1 }
  if (!filter) wanted.total = countAll(parts, types)
  // A million texts searched or sorted would keep everybody waiting.
  const isLong =
    (filter !== null || order !== null) && stores.queries.isScan(wanted) && countAll(parts, types) > MANY
  const page = isLong ? await stores.reader.run('page', wanted) : stores.queries.page(wanted)
  const total = wanted.total ?? (await countMatches(parts, wanted, page, isLong))

  const projection = parseProjection(models, query)
  const groupsOf = groupsOfUsers(parts, page, projection)
  const resources: JsonObject[] = []
  for (const row of page.rows) {
    if (resources.length % SLICE === SLICE - 1) await setImmediate()
    const known = { groups: groupsOf.get(row.ref) ?? [] }
    resources.push(answer(stores, requireModel(registry, row.type), row, baseUrl, projection, known))
  }
  const story = storyOfSearch({
    type: types.length === 1 ? types[0]! : null,
    text: query.filter,
    filter,
    hits: page.rows.map(named),
    total,
    nameOf: (type, id) => stores.resources.findName(id) ?? { type, id, name: id }
  })
  const listed = {
    totalResults: total,
    itemsPerPage: resources.length,
    resources,
    story,
    tolerances: reading.uses
  }
  if (!isByCursor) return { ...listed, startIndex }
  const end = limit > 0 && page.rows.length === limit ? page.end : null
  // A full page may be the last one: then it has no cursor that leads to nothing (RFC 9865 §2.2).
  const hasMore = end !== null && stores.queries.page({ ...wanted, after: end, limit: 1 }).rows.length > 0
  return hasMore ? { ...listed, nextCursor: cursors.write(end, identity, clock.now()) } : listed
}

function conditionOf(models: ResourceModel[], filter: Filter | null, baseUrl: string): Sql {
  const names = models.map(({ type }) => type.name)
  const isType =
    names.length === 1
      ? sql('r.type = ?', names[0]!)
      : sql(`r.type IN (${names.map(() => '?').join()})`, ...names)
  return filter ? joined([filterToSql(filter, { models, baseUrl }), isType], 'AND') : isType
}

/** Of a whole page at once: most of its users are in the same groups. */
function groupsOfUsers({ stores, registry }: Parts, { rows }: PagedRows, projection: Projection) {
  const users = rows.filter(({ type }) => requireModel(registry, type).core.id === USER_SCHEMA)
  if (users.length === 0 || !wants(projection, 'groups')) return new Map<number, Membership[]>()
  const refs = users.map(({ ref }) => ref)
  return refs.length === 1
    ? new Map([[refs[0]!, stores.members.groupsOf(refs[0]!)]])
    : stores.members.groupsOfAll(refs)
}

function countAll({ stores }: Parts, types: string[]): number {
  const counted = stores.resources.counts().filter(({ type }) => types.includes(type))
  return counted.reduce((sum, { total }) => sum + total, 0)
}

/** Counted only when the page does not tell it: a look-up costs one query. */
async function countMatches(
  { stores }: Parts,
  { where, after, limit, offset }: PageQuery,
  { rows }: PagedRows,
  isLong: boolean
): Promise<number> {
  const isEnd = after === null && rows.length < limit && (rows.length > 0 || offset === 0)
  if (isEnd) return offset + rows.length
  return isLong ? stores.reader.run('count', where) : stores.queries.count(where)
}
