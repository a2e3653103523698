import type { Actor } from '../../shared/change'
import type { Story, ToleranceUse } from '../../shared/exchange'
import type { Compatibility, Json, JsonObject } from '../../shared/scim'

/** Who asks, in which exchange, and how answers spell their addresses. */
export interface RequestContext {
  exchangeId: number | null
  actor: Actor
  compatibility: Compatibility
  /** Everything before `/Users`: `https://host/scim/v2`. */
  baseUrl: string
}

/** `attributes` / `excludedAttributes` of RFC 7644 §3.9, as written. */
export interface ProjectionQuery {
  attributes: string[] | null
  excludedAttributes: string[] | null
}

/** How a PUT or PATCH is to be done. */
export interface UpdateOptions extends ProjectionQuery {
  ifMatch: string | null
  /** Nobody reads the resource as it is afterwards: then it is not made. */
  isUnread?: boolean
}

export interface ListQuery extends ProjectionQuery {
  filter: string | null
  sortBy: string | null
  sortOrder: 'ascending' | 'descending'
  /** 1-based, already at least 1; null when a cursor is used. */
  startIndex: number | null
  /** null: the server's default page. */
  count: number | null
  /** RFC 9865: undefined when the client did not ask for cursors, '' for the first page. */
  cursor?: string
}

/** The answer to a write, known only after its commit is durable. */
export interface Written {
  /** The complete resource as answered, or null after DELETE and where nobody reads it. Groups carry `members` only when asked to. */
  resource: JsonObject | null
  id: string
  /** Weak ETag, `W/"3"`; null after DELETE. */
  etag: string | null
  /** False when nothing differed: no new version, lastModified untouched. */
  hasChange: boolean
  story: Story
  tolerances: ToleranceUse[]
}

export interface ReadResource {
  resource: JsonObject
  /** The members of a large group, each piece some of them as JSON with commas between; `resource` has none then. */
  memberTexts?: Buffer[]
  /** Whether `etag` alone decides if a client's copy is current. */
  versionTellsAll(): boolean
  etag: string
  story: Story
}

export interface ListedResources {
  totalResults: number
  /** Absent under cursor paging. */
  startIndex?: number
  itemsPerPage: number
  resources: JsonObject[]
  nextCursor?: string
  previousCursor?: string
  story: Story
  tolerances: ToleranceUse[]
}

/** The writing use-cases without the wait for the disk: for those that build on each other. They throw ScimError. */
export type Writing = {
  [Verb in 'create' | 'replace' | 'patch' | 'remove']: (...of: Parameters<Directory[Verb]>) => Written
}

/**
 * The use-cases on resources, one verb each. Every method throws ScimError for anything the client did wrong; writes resolve
 * once the shared commit is on disk. `type` is a resource type's name ("User").
 */
export interface Directory {
  create(context: RequestContext, type: string, body: Json, projection: ProjectionQuery): Promise<Written>
  read(context: RequestContext, type: string, id: string, projection: ProjectionQuery): Promise<ReadResource>
  /** `types` has one name, or all of them for a root query. */
  list(context: RequestContext, types: string[], query: ListQuery): Promise<ListedResources>
  replace(
    context: RequestContext,
    type: string,
    id: string,
    body: Json,
    options: UpdateOptions
  ): Promise<Written>
  patch(
    context: RequestContext,
    type: string,
    id: string,
    body: Json,
    options: UpdateOptions
  ): Promise<Written>
  remove(
    context: RequestContext,
    type: string,
    id: string,
    options: { ifMatch: string | null }
  ): Promise<Written>
  /**
   * Several writes for one answer, each whole or not at all. Writes of one turn of the event loop share a commit. Resolves with what
   * `work` made of them when all are on disk.
   *
   * @param bodies what will be written, as far as it is known: members that it names are looked up before
   */
  writeTogether<T>(bodies: Json[], work: (now: Writing) => Promise<T>): Promise<T>
}
