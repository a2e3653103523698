import type { Attribute, AttributeType, Schema } from '../model'

type Details = Partial<Omit<Attribute, 'name' | 'type' | 'description'>>

/** An attribute with the defaults of RFC 7643 §2.2; references and binaries are case exact (§2.3.6, §2.3.7). */
export function attribute(
  type: AttributeType,
  name: string,
  description: string,
  details: Details = {}
): Attribute {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    canonicalValues: [],
    caseExact: type === 'reference' || type === 'binary',
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    referenceTypes: [],
    subAttributes: [],
    ...details
  }
}

export const string = (name: string, description: string, details?: Details) =>
  attribute('string', name, description, details)

export const boolean = (name: string, description: string, details?: Details) =>
  attribute('boolean', name, description, details)

export const integer = (name: string, description: string, details?: Details) =>
  attribute('integer', name, description, details)

export const reference = (name: string, description: string, referenceTypes: string[], details?: Details) =>
  attribute('reference', name, description, { referenceTypes, ...details })

export const complex = (name: string, description: string, subAttributes: Attribute[], details?: Details) =>
  attribute('complex', name, description, { subAttributes, ...details })

/** RFC 7643 §2.4: a multi-valued attribute whose elements have value, display, type and primary. */
export function plural(
  name: string,
  description: string,
  value: Attribute,
  types: string[],
  details?: Details
): Attribute {
  const subAttributes = [
    value,
    string('display', 'A human-readable name, primarily used for display purposes.'),
    string('type', "A label indicating the attribute's function.", { canonicalValues: types }),
    primary()
  ]
  return complex(name, description, subAttributes, { multiValued: true, ...details })
}

export const primary = () =>
  boolean('primary', 'Whether this is the preferred value. True for at most one value of the attribute.')

export const schema = (id: string, name: string, description: string, attributes: Attribute[]): Schema => ({
  id,
  name,
  description,
  attributes
})

/** The same attribute and all its parts, as something only the server writes. */
export function readOnly(attribute: Attribute): Attribute {
  return { ...attribute, mutability: 'readOnly', subAttributes: attribute.subAttributes.map(readOnly) }
}
