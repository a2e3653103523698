import type { Attribute, AttributePath, ResourceModel } from './model'
import { BUILT_IN_SCHEMAS } from './schemas'

const BUILT_IN = new Set(BUILT_IN_SCHEMAS.map(({ id }) => id))
const TYPES: Attribute['type'][] = ['string', 'reference', 'binary', 'integer', 'decimal']

/**
 * RFC 7643 §7, `uniqueness` "server" or "global" in schemas of the data folder: single values, also inside a single complex value,
 * that no two resources of the type may share. The built-in schemas have rules of their own.
 */
export function uniquePaths({ core, extensions }: ResourceModel): AttributePath[] {
  return [core, ...extensions]
    .filter(({ id }) => !BUILT_IN.has(id))
    .flatMap(({ id, attributes }) => {
      const urn = id === core.id ? null : id
      return attributes
        .filter(isSingle)
        .flatMap((attribute): AttributePath[] =>
          attribute.type === 'complex'
            ? attribute.subAttributes.filter(isUnique).map(sub => ({ urn, attribute, sub }))
            : isUnique(attribute)
              ? [{ urn, attribute, sub: null }]
              : []
        )
    })
}

const isSingle = ({ multiValued }: Attribute) => !multiValued

const isUnique = (attribute: Attribute) =>
  attribute.uniqueness !== 'none' && isSingle(attribute) && TYPES.includes(attribute.type)
