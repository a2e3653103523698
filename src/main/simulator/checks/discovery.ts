import { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from '../../../shared/scim'
import { asObject } from '../mapping'
import { type Check, hold, holdError, holdStatus, resourcesOf } from './check'

const RFC = 'RFC 7644 §4'

export const discoveryChecks: Check[] = [
  {
    id: 'discovery.config',
    title: 'ServiceProviderConfig says what is supported',
    rule: RFC,
    async run({ read }) {
      const { status, body, text } = await read('/ServiceProviderConfig')
      holdStatus({ status, text }, 200)
      for (const feature of ['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag'])
        hold(typeof asObject(body[feature]).supported === 'boolean', `${feature}.supported is no boolean`)
      hold(Array.isArray(body.authenticationSchemes), 'authenticationSchemes is missing')
    }
  },
  {
    id: 'discovery.resource-types',
    title: 'ResourceTypes is a ListResponse with User and Group',
    rule: RFC,
    async run({ read }) {
      const { body } = await read('/ResourceTypes')
      const names = resourcesOf(body).map(type => type.name)
      hold(names.includes('User') && names.includes('Group'), `it lists ${names.join(', ') || 'nothing'}`)
    }
  },
  {
    id: 'discovery.resource-type',
    title: 'A single resource type is found by its name',
    rule: RFC,
    async run({ read }) {
      const { body } = await read('/ResourceTypes/User')
      hold(body.endpoint === '/Users', `endpoint is ${JSON.stringify(body.endpoint)}`)
    }
  },
  {
    id: 'discovery.schemas',
    title: 'Schemas is a ListResponse with the core schemas',
    rule: RFC,
    async run({ read }) {
      const { body } = await read('/Schemas')
      const ids = resourcesOf(body).map(schema => schema.id)
      for (const urn of [USER_SCHEMA, GROUP_SCHEMA]) hold(ids.includes(urn), `${urn} is missing`)
    }
  },
  {
    id: 'discovery.schema',
    title: 'A single schema is found by its URN',
    rule: RFC,
    async run({ read }) {
      const { body } = await read(`/Schemas/${USER_SCHEMA}`)
      hold(body.id === USER_SCHEMA, `id is ${JSON.stringify(body.id)}`)
      hold(Array.isArray(body.attributes), 'attributes is missing')
    }
  },
  {
    id: 'discovery.enterprise',
    title: 'The enterprise extension is published, manager included',
    rule: 'RFC 7643 §4.3; Entra maps department, employeeNumber and manager',
    async run({ read }) {
      const { body } = await read(`/Schemas/${ENTERPRISE_SCHEMA}`)
      const names = (Array.isArray(body.attributes) ? body.attributes : []).map(
        attribute => asObject(attribute).name
      )
      for (const name of ['manager', 'department', 'employeeNumber'])
        hold(names.includes(name), `${name} is missing`)
    }
  },
  {
    id: 'discovery.no-nulls',
    title: 'Schemas contain no nulls',
    rule: 'Entra: no null members in /Schemas',
    async run({ read }) {
      const { text } = await read('/Schemas')
      hold(!/:\s*null\b/.test(text), 'a member is null')
    }
  },
  {
    id: 'discovery.email-types',
    title: 'emails.type publishes canonical values',
    rule: 'Entra offers emails[type eq "work"] for mapping only with canonicalValues',
    async run({ read }) {
      const { body } = await read(`/Schemas/${USER_SCHEMA}`)
      const attributes = (Array.isArray(body.attributes) ? body.attributes : []).map(asObject)
      const emails = attributes.find(attribute => attribute.name === 'emails') ?? {}
      const type = (Array.isArray(emails.subAttributes) ? emails.subAttributes : [])
        .map(asObject)
        .find(sub => sub.name === 'type')
      hold(
        Array.isArray(type?.canonicalValues) && type.canonicalValues.includes('work'),
        '"work" is not among them'
      )
    }
  },
  {
    id: 'discovery.filter-refused',
    title: 'A filter on Schemas is refused',
    rule: 'RFC 7644 §4: 403',
    run: async ({ read }) => holdError(await read(`/Schemas?filter=${encodeURIComponent('id pr')}`), 403)
  },
  {
    id: 'discovery.read-only',
    title: 'Schemas cannot be written',
    rule: 'RFC 7644 §4',
    run: async ({ send }) => holdStatus(await send('POST', '/Schemas', {}), 403, 404, 405, 501)
  },
  {
    id: 'discovery.unknown-schema',
    title: 'An unknown schema is 404 in SCIM form',
    rule: 'RFC 7644 §3.12',
    run: async ({ read }) => holdError(await read('/Schemas/urn:nobody:knows'), 404)
  }
]
