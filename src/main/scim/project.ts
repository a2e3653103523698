import type { Json, JsonObject } from '../../shared/scim'
import { invalidValue } from './errors'
import type { Attribute, ResourceModel } from './model'
import { selectAttributes, type Kept, type ModelSelection } from './project-select'

/** `attributes` / `excludedAttributes` of RFC 7644 §3.9 as written, null when the parameter is missing. */
export interface WrittenProjection {
  attributes: string[] | null
  excludedAttributes: string[] | null
}

/** What an answer shows of the resources of each type. */
export type Projection = ReadonlyMap<ResourceModel, ModelSelection>

/**
 * RFC 7644 §3.9 against the schemas: names in any case, with sub-attributes, URN prefixes and whole URNs. `attributes`
 * replaces the default set, `excludedAttributes` takes from it, `returned` "always" and "never" override both (RFC 7643
 * §2.2). Names that no schema knows show nothing and take nothing. More than 1,000 names are 400 invalidValue.
 *
 * @param specified of what is returned on "request", what the write specified that is answered
 */
export function parseProjection(
  models: ResourceModel[],
  written: WrittenProjection,
  specified?: ReadonlySet<Attribute>
): Projection {
  const attributes = namesIn(written.attributes)
  const excluded = namesIn(written.excludedAttributes)
  return new Map(
    models.map(model => [
      model,
      attributes || excluded || specified?.size
        ? selectAttributes(model, attributes, excluded, specified)
        : defaultSelection(model)
    ])
  )
}

const defaults = new WeakMap<ResourceModel, ModelSelection>()

function defaultSelection(model: ResourceModel): ModelSelection {
  const known = defaults.get(model) ?? selectAttributes(model, null, null)
  defaults.set(model, known)
  return known
}

// More than every attribute of a resource and its extensions; a list in a search request is bounded by the body only.
const MAX_NAMES = 1_000

function namesIn(written: string[] | null): string[] | null {
  if (written === null) return null
  if (written.length > MAX_NAMES) throw invalidValue(`At most ${MAX_NAMES} attributes can be named.`)
  const names = written.map(name => name.trim()).filter(name => name !== '')
  return names.length === 0 ? null : names
}

/** Whether a top attribute of a core schema, such as `members` or `groups`, is shown at all; if not, it need not be read. */
export function wants(projection: Projection, name: string): boolean {
  return projection.values().some(selection => selection.top.has(name))
}

/** Which sub-attributes of a top attribute are shown, of the ones its schema has. */
export function shownParts(model: ResourceModel, name: string, projection: Projection): string[] {
  const kept = projection.get(model)?.top.get(name)
  const known = model.core.attributes.find(one => one.name === name)?.subAttributes ?? []
  const shown = known.map(sub => sub.name)
  return kept === undefined ? [] : kept === 'all' ? shown : shown.filter(sub => kept.get(sub) === 'all')
}

/** A resource with what the projection shows. Nothing is copied that stays whole; the input is untouched. */
export function project(model: ResourceModel, resource: JsonObject, projection: Projection): JsonObject {
  const selection = projection.get(model)
  if (!selection) throw new Error(`the projection was not made for ${model.type.name}`)
  if (selection.isWhole) return resource

  const shown: JsonObject = {}
  for (const [name, value] of Object.entries(resource)) {
    const kept = keptOf(selection, name)
    const part = kept === null ? undefined : kept === 'all' ? value : partOf(value, kept)
    if (part !== undefined) shown[name] = part
  }
  return shown
}

function keptOf(selection: ModelSelection, name: string): Kept | null {
  const kept = selection.top.get(name) ?? selection.extensions.get(name)
  if (kept !== undefined) return kept
  return name.includes(':') && !selection.known.has(name) ? selection.foreign(name) : null
}

/** Undefined when nothing is left: an empty object or list says nothing (RFC 7643 §2.5). */
function partOf(value: Json, kept: Exclude<Kept, 'all'>): Json | undefined {
  if (Array.isArray(value)) {
    const elements = value.map(element => partOf(element, kept)).filter(element => element !== undefined)
    return elements.length === 0 && value.length > 0 ? undefined : elements
  }
  if (typeof value !== 'object' || value === null) return undefined

  const entries = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
    const within = kept.get(name)
    const part = within === undefined ? undefined : within === 'all' ? inner : partOf(inner, within)
    return part === undefined ? [] : [[name, part]]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
