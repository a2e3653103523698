import { ENTERPRISE_SCHEMA, type JsonObject, USER_SCHEMA } from '../../../shared/scim'
import { asObject } from '../mapping'
import { type Check, hold, holdEqual, holdError, holdStatus, ofType, type Session } from './check'

const CREATE = 'RFC 7644 §3.3'

/** A value of the core schema goes in and comes out unchanged, at creation. */
const comesBack = (name: string, value: JsonObject[string], rule = 'RFC 7643 §4.1'): Check => ({
  id: `users.attribute.${name}`,
  title: `${name} comes back as it was sent`,
  rule,
  async run({ user, read }) {
    const created = await user({ [name]: value })
    holdEqual(created[name], value, `${name} in the 201`)
    holdEqual((await read(`/Users/${created.id}`)).body[name], value, `${name} read again`)
  }
})

const wrongType = (name: string, value: JsonObject[string]): Check => ({
  id: `users.wrong-type.${name}`,
  title: `${name} of the wrong JSON type is refused`,
  rule: 'RFC 7644 §3.12: 400 invalidValue or invalidSyntax',
  async run({ send, uniqueName }) {
    const body = { schemas: [USER_SCHEMA], userName: `${uniqueName()}@contoso.example`, [name]: value }
    holdStatus(await send('POST', '/Users', body), 400)
  }
})

export const userChecks: Check[] = [
  {
    id: 'users.create',
    title: 'POST answers 201 with id, schemas and meta',
    rule: CREATE,
    async run({ user }) {
      const created = await user()
      hold(Array.isArray(created.schemas) && created.schemas.includes(USER_SCHEMA), 'schemas is missing')
      const meta = asObject(created.meta)
      holdEqual(meta.resourceType, 'User', 'meta.resourceType')
      for (const name of ['created', 'lastModified'] as const)
        hold(!Number.isNaN(Date.parse(String(meta[name]))), `meta.${name} is no date`)
    }
  },
  {
    id: 'users.location',
    title: 'POST answers with a Location that can be read',
    rule: CREATE,
    async run({ send, uniqueName, remember }) {
      const body = { schemas: [USER_SCHEMA], userName: `${uniqueName()}@contoso.example` }
      const { headers, body: created } = await send('POST', '/Users', body)
      remember(`/Users/${String(created.id)}`)
      hold(typeof headers.location === 'string', 'there is no Location header')
      hold(headers.location.endsWith(`/Users/${String(created.id)}`), `Location is ${headers.location}`)
    }
  },
  {
    id: 'users.media-type',
    title: 'Answers are application/scim+json',
    rule: 'RFC 7644 §3.1',
    async run({ read }) {
      const { headers } = await read('/Users?count=1')
      hold(
        String(headers['content-type']).startsWith('application/scim+json'),
        `it is ${String(headers['content-type'])}`
      )
    }
  },
  {
    id: 'users.duplicate',
    title: 'A userName that is taken is 409 uniqueness',
    rule: `${CREATE}; Microsoft's validator, test 2`,
    async run({ user, send }) {
      const { userName } = await user()
      holdError(
        await send('POST', '/Users', { schemas: [USER_SCHEMA], userName: userName! }),
        409,
        'uniqueness'
      )
    }
  },
  {
    id: 'users.duplicate-case',
    title: 'A userName that differs in case only is taken too',
    rule: 'RFC 7643 §4.1.1: userName is not case exact',
    async run({ user, send }) {
      const { userName } = await user()
      const body = { schemas: [USER_SCHEMA], userName: String(userName).toUpperCase() }
      holdStatus(await send('POST', '/Users', body), 409)
    }
  },
  {
    id: 'users.required',
    title: 'A user without userName is refused',
    rule: 'RFC 7643 §4.1.1: required',
    run: async ({ send }) =>
      holdError(await send('POST', '/Users', { schemas: [USER_SCHEMA], displayName: 'Nobody' }), 400)
  },
  {
    id: 'users.client-id',
    title: 'An id sent by the client is ignored',
    rule: 'RFC 7643 §3.1: id is issued by the service provider',
    async run({ user }) {
      const created = await user({ id: 'chosen-by-client' })
      hold(created.id !== 'chosen-by-client', 'the server took it')
    }
  },
  {
    id: 'users.password',
    title: 'A password is accepted and never returned',
    rule: 'RFC 7643 §7: returned never',
    async run({ user, read }) {
      const created = await user({ password: 'never-to-be-seen-9' })
      const { text } = await read(`/Users/${created.id}`)
      hold(created.password === undefined && !text.includes('never-to-be-seen-9'), 'it came back')
    }
  },
  {
    id: 'users.nulls',
    title: 'Nulls and empty arrays count as absent',
    rule: 'RFC 7643 §2.5; Entra sends them (T29)',
    async run({ user }) {
      const created = await user({ title: null, roles: [], nickName: null })
      hold(created.title === undefined || created.title === null, 'title is there')
    }
  },
  {
    id: 'users.boolean-text',
    title: '"True" for active is read as true',
    rule: 'Entra sends booleans as text (T10)',
    async run({ user }) {
      holdEqual((await user({ active: 'True' })).active, true, 'active')
    }
  },
  {
    id: 'users.foreign-schema',
    title: 'An unknown schema URI does not fail the request',
    rule: 'Entra and OneLogin send legacy URIs (T28)',
    async run({ user }) {
      await user({ schemas: [USER_SCHEMA, 'urn:scim:schemas:core:1.0'] })
    }
  },
  {
    id: 'users.extension',
    title: 'Enterprise attributes come back and the URN is listed in schemas',
    rule: 'RFC 7643 §3.3',
    async run({ user }) {
      const created = await user({ schemas: [USER_SCHEMA], [ENTERPRISE_SCHEMA]: { department: 'Tests' } })
      holdEqual(asObject(created[ENTERPRISE_SCHEMA]).department, 'Tests', 'department')
      hold((created.schemas as string[]).includes(ENTERPRISE_SCHEMA), 'schemas does not list the extension')
    }
  },
  comesBack('externalId', 'Check-External-ID'),
  comesBack('displayName', 'Zoë “Quotes” O’Neill'),
  comesBack('title', '  blanks stay  '),
  comesBack('nickName', '日本語 – ünïcödé 🦄'),
  comesBack('name', { formatted: 'Ms. Q', familyName: 'Q', givenName: 'Q' }),
  comesBack('emails', [{ value: 'q@contoso.example', type: 'work', primary: true }]),
  comesBack(
    'phoneNumbers',
    [{ value: '+46 (0)8-555 010 01 ext. 7', type: 'work' }],
    'Entra compares as text (T34)'
  ),
  comesBack('addresses', [{ type: 'work', streetAddress: 'Line 1\nLine 2', country: 'SE' }]),
  comesBack('preferredLanguage', 'sv-SE'),
  comesBack('timezone', 'Europe/Stockholm'),
  comesBack('userType', 'Contractor'),
  comesBack('profileUrl', 'https://contoso.example/q'),
  comesBack('active', false),
  comesBack('roles', [{ value: '{"id":"1","value":"Operator"}' }], 'Entra sends roles as JSON text (T33)'),
  wrongType('displayName', { no: 'text' }),
  wrongType('emails', 'not-a-list-of-objects'),
  wrongType('name', 'not an object'),
  wrongType('active', 'perhaps'),
  {
    id: 'users.read-unknown',
    title: 'An unknown user is 404 in SCIM form',
    rule: 'RFC 7644 §3.4.1',
    run: async ({ read }) => holdError(await read('/Users/00000000-0000-4000-8000-000000000000'), 404)
  },
  {
    id: 'users.disabled-visible',
    title: 'A disabled user is still found by id and by filter',
    rule: 'Entra re-enables instead of creating (T36)',
    async run({ user, read, find }) {
      const created = await user({ active: false })
      holdEqual((await read(`/Users/${created.id}`)).body.active, false, 'active')
      hold(
        (await find('/Users', `userName eq "${String(created.userName)}"`)).length === 1,
        'the filter does not find it'
      )
    }
  },
  {
    id: 'users.delete',
    title: 'DELETE is 204; afterwards 404, and the filter finds nothing',
    rule: 'RFC 7644 §3.6',
    async run({ user, send, read, find }) {
      const { id, userName } = await user()
      holdStatus(await send('DELETE', `/Users/${id}`), 204)
      holdStatus(await read(`/Users/${id}`), 404)
      hold(
        (await find('/Users', `userName eq "${String(userName)}"`)).length === 0,
        'the filter still finds it'
      )
    }
  },
  {
    id: 'users.delete-twice',
    title: 'Deleting twice is 404',
    rule: "Microsoft's validator, preview test (T38)",
    async run({ user, send }) {
      const { id } = await user()
      await send('DELETE', `/Users/${id}`)
      holdStatus(await send('DELETE', `/Users/${id}`), 404)
    }
  },
  {
    id: 'users.name-free-again',
    title: "A deleted user's userName is free again",
    rule: 'RFC 7644 §3.6',
    async run({ user, send, remember }) {
      const { id, userName } = await user()
      await send('DELETE', `/Users/${id}`)
      const again = await send('POST', '/Users', { schemas: [USER_SCHEMA], userName: userName! })
      holdStatus(again, 201)
      remember(`/Users/${String(again.body.id)}`)
    }
  },
  {
    id: 'users.put',
    title: 'PUT replaces: what is not listed is cleared, the id stays',
    rule: 'RFC 7644 §3.5.1',
    async run({ user, send }) {
      const { id, userName } = await user({ title: 'Before', nickName: 'Nick' })
      const { status, body, text } = await send('PUT', `/Users/${id}`, {
        schemas: [USER_SCHEMA],
        userName: userName!,
        title: 'After'
      })
      holdStatus({ status, text }, 200)
      holdEqual(body.title, 'After', 'title')
      holdEqual(body.id, id, 'id')
      hold(body.nickName === undefined || body.nickName === null, 'nickName is still there')
    }
  },
  {
    id: 'users.put-okta',
    title: "Okta's PUT with id, meta and groups as read is accepted",
    rule: 'Okta updates custom apps by PUT of the whole object',
    async run({ user, read, send }) {
      const { id } = await user()
      const { body } = await read(`/Users/${id}`)
      holdStatus(await send('PUT', `/Users/${id}`, { ...body, groups: [], displayName: 'Put By Okta' }), 200)
      holdEqual((await read(`/Users/${id}`)).body.displayName, 'Put By Okta', 'displayName')
    }
  },
  {
    id: 'users.put-unknown',
    title: 'PUT on an unknown user is 404',
    rule: 'RFC 7644 §3.5.1',
    run: async ({ send, uniqueName }) =>
      holdStatus(
        await send('PUT', '/Users/nobody-has-this-id', { schemas: [USER_SCHEMA], userName: uniqueName() }),
        404
      )
  },
  {
    id: 'users.same-element-type',
    title: 'Two e-mails of different type both stay',
    rule: 'RFC 7643 §2.4',
    async run({ user }: Session) {
      const { emails } = await user({
        emails: [
          { type: 'work', value: 'w@contoso.example', primary: true },
          { type: 'home', value: 'h@contoso.example' }
        ]
      })
      holdEqual(ofType(emails, 'work').value, 'w@contoso.example', 'the work e-mail')
      holdEqual(ofType(emails, 'home').value, 'h@contoso.example', 'the home e-mail')
    }
  }
]
