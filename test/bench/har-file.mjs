import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import * as harSchemas from 'har-schema'

/** Whether an exported file is what the schema of HAR 1.2 says, and what is in it. */
export function validateHar(file) {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  ajv.addMetaSchema(draft06)
  for (const schema of Object.values(harSchemas.default)) ajv.addSchema(schema)
  const text = readFileSync(file, 'utf8')
  const har = JSON.parse(text)
  const isValid = ajv.validate('har.json#', har)
  return {
    isHar12: isValid,
    problems: ajv.errors?.slice(0, 3).map(error => `${error.instancePath} ${error.message}`) ?? [],
    entries: har.log.entries.length,
    megabytes: Math.round(text.length / 1e6)
  }
}
