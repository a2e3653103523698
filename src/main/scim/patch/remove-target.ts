import type { Json } from '../../../shared/scim'
import { invalidPath, invalidSyntax, invalidValue, mutability, noTarget } from '../errors'
import type { WrittenFilter } from '../filter/ast'
import { resolveElementFilter } from '../filter/resolve'
import type { Collected } from './collect'
import { isObject, own, shorten } from './json'
import { isMembersPath, removeMembers } from './members'
import type { OperationPath } from './operation'
import { readValue } from './read-value'
import { ignoreReadOnly, isReadOnly, nameOf } from './set-target'
import { foreignPath, type Target } from './target'

/** RFC 7644 §3.5.2.2. `value` is what Entra sends along, or undefined. */
export function removeTarget(out: Collected, target: Target, value: Json | undefined): void {
  switch (target.kind) {
    case 'resource':
      throw noTarget('A remove names an attribute; a whole resource is removed by DELETE.')
    case 'unknown':
      if (!out.reading.isLenient)
        throw invalidPath(`There is no attribute ${JSON.stringify(shorten(target.name))}.`)
      return out.reading.use('unknown-attribute-ignored', target.name)
    case 'foreign':
      out.operations.push({ op: 'remove', path: foreignPath(target.urn, '', null) })
      return
    case 'extension':
      for (const attribute of target.schema.attributes) {
        if (attribute.mutability === 'readOnly') continue
        out.operations.push({
          op: 'remove',
          path: { urn: target.schema.id, attribute, sub: null, element: null }
        })
      }
      return
    case 'attribute':
      removeAttribute(out, target.path, value)
  }
}

function removeAttribute(out: Collected, path: OperationPath, value: Json | undefined): void {
  const { attribute, sub } = path
  if (path.isForeign) {
    out.operations.push({ op: 'remove', path })
    return
  }
  if (isReadOnly(path)) return ignoreReadOnly(out, path)
  if (attribute.mutability === 'writeOnly') return
  if (isMembersPath(out.model, path)) {
    out.members.push(...removeMembers(path, value, out.reading))
    return
  }
  if (attribute.required && sub === null && path.element === null) {
    throw mutability(`${nameOf(path)} is required and cannot be removed.`)
  }
  const isWholeList = attribute.multiValued && sub === null && path.element === null
  if (isWholeList && value !== undefined && value !== null) return removeListed(out, path, value)
  if (value !== undefined && value !== null) out.reading.use('remove-with-value', nameOf(path))
  out.operations.push({ op: 'remove', path })
}

/** T22 for every multi-valued attribute: a remove that lists values removes these, not all of them. */
function removeListed(out: Collected, path: OperationPath, value: Json): void {
  const name = nameOf(path)
  if (!out.reading.isLenient)
    throw invalidSyntax(`A remove takes no value. Name the values in the path: ${name}[value eq "…"].`)
  const listed = value === '' ? [] : readValue(path.attribute, value, name, out.reading)
  out.reading.use('elements-removed-by-value', name)
  for (const element of Array.isArray(listed) ? listed : []) {
    out.operations.push({
      op: 'remove',
      path: { ...path, element: resolveElementFilter(sameAs(element, name), path.attribute, out.reading) }
    })
  }
}

/** A filter that finds the element: by value and type where it has a value, else by everything it says. */
function sameAs(element: Json, where: string): WrittenFilter {
  const parts = isObject(element) ? element : { value: element }
  const names = own(parts, 'value') === undefined ? Object.keys(parts) : ['type', 'value']
  const terms = names.flatMap((name): WrittenFilter[] => {
    const value = own(parts, name)
    if (value === undefined || value === null || typeof value === 'object') return []
    return [{ kind: 'compare', path: { urn: null, name, sub: null }, op: 'eq', value }]
  })
  const [first] = terms
  // Nothing said would be said of all.
  if (first === undefined)
    throw invalidValue(`${where}: a value to remove is named by its "value", or by other simple parts.`)
  return terms.length === 1 ? first : { kind: 'and', terms }
}
