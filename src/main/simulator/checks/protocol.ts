import { BULK_REQUEST, PATCH_OP, USER_SCHEMA } from '../../../shared/scim'
import { asObject } from '../mapping'
import { type Check, hold, holdError, holdStatus } from './check'

export const protocolChecks: Check[] = [
  {
    id: 'protocol.unknown-path',
    title: 'An unknown path is 404, and no web page',
    rule: 'Entra: every answer that is no JSON can quarantine the job',
    async run({ read }) {
      const { status, text, json } = await read('/NothingHere')
      holdStatus({ status, text }, 404)
      hold(json !== undefined, 'the body is no JSON')
    }
  },
  {
    id: 'protocol.me',
    title: '/Me answers in SCIM form',
    rule: 'RFC 7644 §3.11',
    run: async ({ read }) => holdStatus(await read('/Me'), 200, 308, 404, 501)
  },
  {
    id: 'protocol.trailing-slash',
    title: 'A trailing slash makes no difference',
    rule: 'Tenant URLs are typed by people (T7)',
    run: async ({ read }) => holdStatus(await read('/Users/?count=1'), 200)
  },
  {
    id: 'protocol.double-slash',
    title: 'A doubled slash makes no difference',
    rule: 'A Tenant URL with a final slash (T7)',
    run: async ({ read }) => holdStatus(await read('//Users?count=1'), 200)
  },
  {
    id: 'protocol.method',
    title: 'PATCH on a collection is refused',
    rule: 'RFC 7644 §3.2',
    run: async ({ send }) =>
      holdStatus(await send('PATCH', '/Users', { schemas: [PATCH_OP], Operations: [] }), 404, 405, 501)
  },
  {
    id: 'protocol.etag',
    title: 'An old version in If-Match is refused; ETag is announced',
    rule: 'RFC 7644 §3.14',
    needs: 'etag',
    async run({ user, read }) {
      const { id } = await user()
      const { headers, body } = await read(`/Users/${id}`)
      hold(typeof headers.etag === 'string', 'there is no ETag header')
      hold(asObject(body.meta).version === headers.etag, 'meta.version differs from ETag')
    }
  },
  {
    id: 'protocol.bulk',
    title: 'A bulk request with a bulkId reference works',
    rule: 'RFC 7644 §3.7',
    needs: 'bulk',
    async run({ send, memberIds, uniqueName, remember }) {
      const { status, body, text } = await send('POST', '/Bulk', {
        schemas: [BULK_REQUEST],
        Operations: [
          {
            method: 'POST',
            path: '/Users',
            bulkId: 'u',
            data: { schemas: [USER_SCHEMA], userName: `${uniqueName()}@contoso.example` }
          },
          {
            method: 'POST',
            path: '/Groups',
            bulkId: 'g',
            data: {
              schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
              displayName: `Bulk ${uniqueName()}`,
              members: [{ value: 'bulkId:u' }]
            }
          }
        ]
      })
      holdStatus({ status, text }, 200)
      const locations = (Array.isArray(body.Operations) ? body.Operations : []).map(operation =>
        String(asObject(operation).location)
      )
      const [userId, groupId] = locations.map(location => location.split('/').at(-1) ?? '')
      hold(userId !== undefined && groupId !== undefined, 'there are no locations')
      remember(`/Users/${userId}`)
      remember(`/Groups/${groupId}`)
      hold((await memberIds(groupId)).includes(userId), 'the reference was not resolved')
    }
  },
  {
    id: 'protocol.long-filter',
    title: 'Twenty thousand parentheses are refused quickly',
    rule: 'Hostile input',
    needs: 'filter',
    async run({ send }) {
      const answer = await send('POST', '/Users/.search', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
        filter: '('.repeat(20_000)
      })
      holdStatus(answer, 400)
      hold(answer.durationMs < 1000, `it took ${Math.round(answer.durationMs)} ms`)
    }
  },
  {
    id: 'protocol.error-detail',
    title: 'A conflict says in its detail what it conflicts with',
    rule: 'Entra copies the body of an error into the provisioning log',
    async run({ user, send }) {
      const { userName } = await user()
      const answer = await send('POST', '/Users', { schemas: [USER_SCHEMA], userName: userName! })
      holdError(answer, 409)
      hold(
        String(answer.body.detail).includes(String(userName)),
        `detail is ${JSON.stringify(answer.body.detail)}`
      )
    }
  }
]
