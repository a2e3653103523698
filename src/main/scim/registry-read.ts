import type { Json, JsonObject } from '../../shared/scim'
import { readSchema } from './registry-schema'
import type { ResourceType, Schema } from './model'
import { FieldProblem, optionalText, textAt } from './registry-fields'

/** A file of the data folder, `schemas/device.json`, with its text as read. */
export interface CustomFile {
  file: string
  text: string
}

const RESERVED_ENDPOINTS = ['/me', '/bulk', '/schemas', '/resourcetypes', '/serviceproviderconfig', '/health']

/** The built-in schemas and the readable ones of `files` (RFC 7643 §7). Each file holds one schema. */
export function readSchemas(files: CustomFile[], builtIn: Schema[], problems: string[]): Schema[] {
  const schemas = [...builtIn]
  for (const file of files) {
    const schema = readFile(file, problems, readSchema)
    if (!schema) continue
    const known = schemas.find(candidate => sameText(candidate.id, schema.id))
    if (!known) schemas.push(schema)
    else if (builtIn.includes(known))
      problems.push(`${file.file}: id ${schema.id} is built in and cannot be redefined.`)
    else problems.push(`${file.file}: id ${schema.id} is already defined by another file.`)
  }
  return schemas
}

/**
 * The built-in resource types and the readable ones of `files` (RFC 7643 §6). A file that names a built-in type adds its
 * schemaExtensions to it and may change nothing else.
 */
export function readResourceTypes(
  files: CustomFile[],
  builtIn: ResourceType[],
  schemas: Schema[],
  problems: string[]
): ResourceType[] {
  const types = [...builtIn]
  for (const file of files) {
    readFile(file, problems, content => {
      const position = types.findIndex(type => sameText(type.name, textAt(content, 'name')))
      const known = types[position]
      if (known) types[position] = extend(known, content, schemas, file.file, problems)
      else types.push(newType(content, types, schemas, file.file, problems))
    })
  }
  return types
}

function newType(
  content: JsonObject,
  types: ResourceType[],
  schemas: Schema[],
  file: string,
  problems: string[]
): ResourceType {
  const name = textAt(content, 'name')
  if (!/^[A-Za-z][\w-]*$/.test(name))
    throw new FieldProblem('name', 'must be letters, digits, "-" and "_", beginning with a letter')
  const endpoint = textAt(content, 'endpoint')
  if (!/^\/[A-Za-z][\w-]*$/.test(endpoint))
    throw new FieldProblem('endpoint', 'must be one path segment such as "/Devices"')
  if (
    RESERVED_ENDPOINTS.includes(endpoint.toLowerCase()) ||
    types.some(type => sameText(type.endpoint, endpoint))
  )
    throw new FieldProblem('endpoint', `${endpoint} is already taken`)

  const schema = schemaNamed(schemas, textAt(content, 'schema'), 'schema')
  const base: ResourceType = {
    id: optionalText(content, 'id') ?? name,
    name,
    description: optionalText(content, 'description') ?? name,
    endpoint,
    schema: schema.id,
    schemaExtensions: []
  }
  return { ...base, schemaExtensions: readExtensions(base, content, schemas, file, problems) }
}

function extend(
  known: ResourceType,
  content: JsonObject,
  schemas: Schema[],
  file: string,
  problems: string[]
): ResourceType {
  for (const field of ['schema', 'endpoint'] as const) {
    const text = optionalText(content, field)
    if (text !== null && !sameText(text, known[field]))
      throw new FieldProblem(field, `must be ${known[field]}, because the resource type ${known.name} exists`)
  }
  return { ...known, schemaExtensions: readExtensions(known, content, schemas, file, problems) }
}

/** One unusable extension is told and left out; the resource type works without it. */
function readExtensions(
  type: ResourceType,
  content: JsonObject,
  schemas: Schema[],
  file: string,
  problems: string[]
): ResourceType['schemaExtensions'] {
  const extensions = [...type.schemaExtensions]
  const written = content.schemaExtensions ?? []
  if (!Array.isArray(written)) throw new FieldProblem('schemaExtensions', 'must be an array')
  written.forEach((entry, index) => {
    const field = `schemaExtensions[${index}]`
    tellProblems(file, problems, () => {
      const extension = objectFrom(entry, field)
      const schema = schemaNamed(schemas, textAt(extension, 'schema', field), `${field}.schema`)
      if (schema.id === type.schema) throw new FieldProblem(`${field}.schema`, 'is the base schema itself')
      const required = extension.required ?? false
      if (typeof required !== 'boolean') throw new FieldProblem(`${field}.required`, 'must be true or false')
      if (!extensions.some(known => known.schema === schema.id))
        extensions.push({ schema: schema.id, required })
    })
  })
  return extensions
}

function schemaNamed(schemas: Schema[], id: string, field: string): Schema {
  const schema = schemas.find(candidate => sameText(candidate.id, id))
  if (!schema) throw new FieldProblem(field, `names ${id}, which no readable schema file defines`)
  return schema
}

function readFile<T>(
  { file, text }: CustomFile,
  problems: string[],
  read: (content: JsonObject) => T
): T | null {
  return tellProblems(file, problems, () => read(objectFrom(parseJson(text), null)))
}

function tellProblems<T>(file: string, problems: string[], read: () => T): T | null {
  try {
    return read()
  } catch (problem) {
    if (!(problem instanceof FieldProblem)) throw problem
    problems.push(
      problem.field === null
        ? `${file}: ${problem.message}.`
        : `${file}: ${problem.field} ${problem.message}.`
    )
    return null
  }
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as Json
  } catch (cause) {
    throw new FieldProblem(null, `this is not JSON (${(cause as Error).message})`)
  }
}

function objectFrom(value: Json, field: string | null): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new FieldProblem(field, field === null ? 'the file must hold one JSON object' : 'must be an object')
}

const sameText = (left: string, right: string) => left.toLowerCase() === right.toLowerCase()
