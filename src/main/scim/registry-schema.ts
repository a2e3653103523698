import type { Json, JsonObject } from '../../shared/scim'
import type { Attribute, Schema } from './model'
import { booleanAt, FieldProblem, optionalText, textAt, textsAt, valueAt, wordAt } from './registry-fields'
import { attribute } from './schemas/attribute'
import { COMMON_ATTRIBUTES } from './schemas/common'

const TYPES = [
  'string',
  'boolean',
  'decimal',
  'integer',
  'dateTime',
  'binary',
  'reference',
  'complex'
] as const
const MUTABILITIES = ['readWrite', 'readOnly', 'immutable', 'writeOnly'] as const
const RETURNED = ['default', 'always', 'never', 'request'] as const
const UNIQUENESS = ['none', 'server', 'global'] as const

/**
 * A schema in the JSON form of RFC 7643 §7, defaults of §2.2 filled in. Common attributes (id, externalId, meta, schemas)
 * are left out when a file lists them: every resource has them anyway. Throws FieldProblem.
 */
export function readSchema(content: JsonObject): Schema {
  const id = textAt(content, 'id')
  if (/[\s"()[\]]/.test(id) || !id.includes(':'))
    throw new FieldProblem('id', 'must be a URI such as "urn:example:scim:schemas:Device"')
  const attributes = readAttributes(content, 'attributes', null).filter(
    ({ name }) => !COMMON_ATTRIBUTES.some(common => common.name.toLowerCase() === name.toLowerCase())
  )
  if (attributes.length === 0) throw new FieldProblem('attributes', 'must list at least one attribute')
  return {
    id,
    name: optionalText(content, 'name') ?? id,
    description: optionalText(content, 'description') ?? '',
    attributes
  }
}

function readAttributes(content: JsonObject, name: string, parent: string | null): Attribute[] {
  const field = parent === null ? name : `${parent}.${name}`
  const written = valueAt(content, name)
  if (written === null) throw new FieldProblem(field, 'is missing')
  if (!Array.isArray(written)) throw new FieldProblem(field, 'must be an array')

  const attributes = written.map((entry, index) =>
    readAttribute(entry, `${field}[${index}]`, parent !== null)
  )
  const names = new Set<string>()
  attributes.forEach(({ name: attributeName }, index) => {
    const folded = attributeName.toLowerCase()
    if (names.has(folded)) throw new FieldProblem(`${field}[${index}].name`, `repeats "${attributeName}"`)
    names.add(folded)
  })
  return attributes
}

function readAttribute(entry: Json, field: string, isSub: boolean): Attribute {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new FieldProblem(field, 'must be an object')
  const type = wordAt(entry, 'type', field, TYPES)
  if (isSub && type === 'complex')
    throw new FieldProblem(
      `${field}.type`,
      'must not be complex: complex attributes do not nest (RFC 7643 §2.3.8)'
    )
  const name = nameAt(entry, field)
  return attribute(type, name, optionalText(entry, 'description', field) ?? '', {
    multiValued: booleanAt(entry, 'multiValued', field),
    required: booleanAt(entry, 'required', field),
    canonicalValues: textsAt(entry, 'canonicalValues', field),
    ...(valueAt(entry, 'caseExact') !== null && { caseExact: booleanAt(entry, 'caseExact', field) }),
    mutability: wordAt(entry, 'mutability', field, MUTABILITIES),
    returned: wordAt(entry, 'returned', field, RETURNED),
    uniqueness: wordAt(entry, 'uniqueness', field, UNIQUENESS),
    referenceTypes: textsAt(entry, 'referenceTypes', field),
    subAttributes: type === 'complex' ? readAttributes(entry, 'subAttributes', field) : []
  })
}

/** RFC 7643 §2.1, plus `$ref`. Names that every JavaScript object inherits would be mistaken for values. */
function nameAt(entry: JsonObject, field: string): string {
  const name = textAt(entry, 'name', field)
  if (name !== '$ref' && !/^[A-Za-z][\w-]*$/.test(name))
    throw new FieldProblem(
      `${field}.name`,
      `must be letters, digits, "-" and "_", beginning with a letter, not "${name}"`
    )
  if (name in Object.prototype) throw new FieldProblem(`${field}.name`, `cannot be "${name}"`)
  return name
}
