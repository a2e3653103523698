import { ENTERPRISE_SCHEMA, type Json, type JsonObject, PATCH_OP } from '../../../shared/scim'
import { asObject } from '../mapping'
import { type Check, hold, holdEqual, holdError, holdStatus, ofType } from './check'

const RFC = 'RFC 7644 §3.5.2'

/** Patches a fresh user and looks at what is stored then. */
const patched = (
  id: string,
  title: string,
  rule: string,
  before: JsonObject,
  operations: Json[],
  look: (user: JsonObject) => void
): Check => ({
  id: `patch.${id}`,
  title,
  rule,
  needs: 'patch',
  async run({ user, patch, read }) {
    const { id: userId } = await user(before)
    holdStatus(await patch(`/Users/${userId}`, ...operations), 200, 204)
    look((await read(`/Users/${userId}`)).body)
  }
})

const WORK = { emails: [{ type: 'work', value: 'old@contoso.example', primary: true }] }

export const patchChecks: Check[] = [
  patched(
    'replace',
    'replace sets a value',
    RFC,
    { title: 'Old' },
    [{ op: 'replace', path: 'title', value: 'New' }],
    user => holdEqual(user.title, 'New', 'title')
  ),
  patched(
    'add',
    'add sets a value that was not there',
    RFC,
    {},
    [{ op: 'add', path: 'nickName', value: 'N' }],
    user => holdEqual(user.nickName, 'N', 'nickName')
  ),
  patched('remove', 'remove clears a value', RFC, { title: 'Old' }, [{ op: 'remove', path: 'title' }], user =>
    hold(user.title === undefined || user.title === null, 'title is still there')
  ),
  patched(
    'sub-attribute',
    'a sub-attribute is set alone',
    RFC,
    { name: { givenName: 'G', familyName: 'F' } },
    [{ op: 'replace', path: 'name.familyName', value: 'X' }],
    user => holdEqual(user.name, { givenName: 'G', familyName: 'X' }, 'name')
  ),
  patched(
    'path-less',
    'an operation without path merges its object',
    RFC,
    {},
    [{ op: 'replace', value: { title: 'T', nickName: 'N' } }],
    user => {
      holdEqual(user.title, 'T', 'title')
      holdEqual(user.nickName, 'N', 'nickName')
    }
  ),
  patched(
    'in-order',
    'operations apply in order',
    RFC,
    {},
    [
      { op: 'add', path: 'title', value: '1' },
      { op: 'replace', path: 'title', value: '2' }
    ],
    user => holdEqual(user.title, '2', 'title')
  ),
  patched(
    'upper-case-op',
    'op names in capitals are understood',
    'Entra, flag off (T8)',
    {},
    [{ op: 'Add', path: 'title', value: 'T' }],
    user => holdEqual(user.title, 'T', 'title')
  ),
  patched(
    'disable-text',
    '"False" disables',
    'Entra, flag off (T10)',
    {},
    [{ op: 'Replace', path: 'active', value: 'False' }],
    user => holdEqual(user.active, false, 'active')
  ),
  patched(
    'enable-text',
    '"True" enables',
    'Entra, flag off (T10)',
    { active: false },
    [{ op: 'Replace', path: 'active', value: 'True' }],
    user => holdEqual(user.active, true, 'active')
  ),
  patched(
    'disable-path-less',
    'a path-less operation disables',
    'Okta, catalog apps',
    {},
    [{ op: 'replace', value: { active: false } }],
    user => holdEqual(user.active, false, 'active')
  ),
  patched(
    'value-path',
    'a value path sets one element',
    RFC,
    WORK,
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'new@contoso.example' }],
    user => holdEqual(ofType(user.emails, 'work').value, 'new@contoso.example', 'the work e-mail')
  ),
  patched(
    'value-path-add-creates',
    'Add through a value path without a match creates the element',
    'Entra (T12)',
    {},
    [{ op: 'Add', path: 'emails[type eq "work"].value', value: 'new@contoso.example' }],
    user => holdEqual(ofType(user.emails, 'work').value, 'new@contoso.example', 'the work e-mail')
  ),
  patched(
    'value-path-replace-creates',
    'Replace through a value path without a match creates the element',
    'Entra (T12)',
    {},
    [{ op: 'Replace', path: 'phoneNumbers[type eq "fax"].value', value: '1' }],
    user => holdEqual(ofType(user.phoneNumbers, 'fax').value, '1', 'the fax number')
  ),
  patched(
    'value-path-one-element',
    'several operations on the same filtered element end in one element',
    'Entra (T13)',
    {},
    [
      { op: 'Add', path: 'addresses[type eq "work"].streetAddress', value: 'Street 1' },
      { op: 'Add', path: 'addresses[type eq "work"].postalCode', value: '111' }
    ],
    user => {
      const addresses = Array.isArray(user.addresses) ? user.addresses : []
      hold(addresses.length === 1, `there are ${addresses.length}`)
      holdEqual(ofType(addresses, 'work').postalCode, '111', 'postalCode')
      holdEqual(ofType(addresses, 'work').streetAddress, 'Street 1', 'streetAddress')
    }
  ),
  patched(
    'value-path-remove',
    'remove through a value path removes that element only',
    RFC,
    {
      emails: [
        { type: 'work', value: 'w@x.example' },
        { type: 'home', value: 'h@x.example' }
      ]
    },
    [{ op: 'remove', path: 'emails[type eq "work"]' }],
    user => {
      hold(ofType(user.emails, 'work').value === undefined, 'the work e-mail is still there')
      holdEqual(ofType(user.emails, 'home').value, 'h@x.example', 'the home e-mail')
    }
  ),
  patched(
    'quoted-boolean',
    'roles[primary eq "True"] means the boolean',
    'Entra (T11)',
    {},
    [{ op: 'Add', path: 'roles[primary eq "True"].value', value: 'Admin' }],
    user => {
      const [role] = Array.isArray(user.roles) ? user.roles.map(asObject) : []
      holdEqual(role?.value, 'Admin', 'the role')
      holdEqual(role?.primary, true, 'primary')
    }
  ),
  patched(
    'dotted-keys',
    'dotted keys in a path-less operation are paths',
    'Entra, flag on (T14)',
    {},
    [{ op: 'replace', value: { 'name.givenName': 'G', 'name.familyName': 'F' } }],
    user => {
      holdEqual(asObject(user.name).givenName, 'G', 'name.givenName')
      hold(user['name.givenName'] === undefined, 'a literal key "name.givenName" was stored')
    }
  ),
  patched(
    'urn-keys',
    'URN-prefixed keys in a path-less operation are paths',
    'Entra, flag on (T15)',
    {},
    [{ op: 'replace', value: { [`${ENTERPRISE_SCHEMA}:department`]: 'D' } }],
    user => {
      holdEqual(asObject(user[ENTERPRISE_SCHEMA]).department, 'D', 'department')
      hold(user[`${ENTERPRISE_SCHEMA}:department`] === undefined, 'a literal key was stored')
    }
  ),
  patched(
    'urn-object',
    'an extension as nested object merges',
    'RFC 7644 §3.5.2.1 (T16)',
    { [ENTERPRISE_SCHEMA]: { costCenter: 'C' } },
    [{ op: 'add', value: { [ENTERPRISE_SCHEMA]: { department: 'D' } } }],
    user => holdEqual(user[ENTERPRISE_SCHEMA], { costCenter: 'C', department: 'D' }, 'the extension')
  ),
  patched(
    'urn-path',
    'an enterprise attribute by URN path',
    RFC,
    {},
    [{ op: 'Add', path: `${ENTERPRISE_SCHEMA}:department`, value: 'D' }],
    user => holdEqual(asObject(user[ENTERPRISE_SCHEMA]).department, 'D', 'department')
  ),
  patched(
    'remove-with-value',
    'Remove that carries the old value deletes',
    'Entra (T20)',
    { [ENTERPRISE_SCHEMA]: { costCenter: 'C', department: 'D' } },
    [{ op: 'Remove', path: `${ENTERPRISE_SCHEMA}:costCenter`, value: 'C' }],
    user => hold(asObject(user[ENTERPRISE_SCHEMA]).costCenter === undefined, 'costCenter is still there')
  ),
  patched(
    'remove-absent',
    'removing what is not there has no effect',
    'Entra repeats requests (T21)',
    {},
    [{ op: 'Remove', path: 'nickName' }],
    user => hold(user.nickName === undefined, 'nickName appeared')
  ),
  patched(
    'empty-text',
    'an empty text clears an optional attribute',
    'Gallery validation (T30)',
    { title: 'T' },
    [{ op: 'Replace', path: 'title', value: '' }],
    user =>
      hold(
        user.title === undefined || user.title === '' || user.title === null,
        `title is ${JSON.stringify(user.title)}`
      )
  ),
  patched(
    'attribute-case',
    'attribute names in another case are understood',
    'RFC 7643 §2.1 (T9)',
    {},
    [{ op: 'replace', path: 'DISPLAYNAME', value: 'D' }],
    user => {
      holdEqual(user.displayName, 'D', 'displayName')
      hold(user.DISPLAYNAME === undefined, 'a second attribute was stored')
    }
  ),
  patched(
    'read-only-ignored',
    'a changed id in the value is ignored',
    'Okta repeats the id (T31)',
    {},
    [{ op: 'replace', value: { id: 'other', displayName: 'D' } }],
    user => {
      holdEqual(user.displayName, 'D', 'displayName')
      hold(user.id !== 'other', 'the id changed')
    }
  ),
  patched(
    'primary-moves',
    'a new primary takes the mark from the old one',
    'RFC 7644 §3.5.2',
    WORK,
    [{ op: 'add', path: 'emails', value: [{ type: 'home', value: 'h@x.example', primary: true }] }],
    user => {
      const primaries = (Array.isArray(user.emails) ? user.emails.map(asObject) : []).filter(
        ({ primary }) => primary === true
      )
      hold(primaries.length === 1, `${primaries.length} are primary`)
    }
  ),
  patched(
    'add-twice',
    'adding the same element twice leaves one',
    RFC,
    WORK,
    [{ op: 'add', path: 'emails', value: [{ type: 'work', value: 'old@contoso.example', primary: true }] }],
    user => hold(Array.isArray(user.emails) && user.emails.length === 1, 'there are two')
  ),
  patched(
    'roles-assertive',
    'replace of roles leaves only those listed',
    'Entra AssertiveAppRoleAssignmentsComplex',
    { roles: [{ value: 'A' }] },
    [{ op: 'replace', path: 'roles', value: [{ value: 'B', primary: 'False' }] }],
    user => {
      const roles = Array.isArray(user.roles) ? user.roles.map(asObject) : []
      holdEqual(
        roles.map(({ value }) => value ?? null),
        ['B'],
        'the roles'
      )
    }
  ),
  {
    id: 'patch.rename',
    title: 'A rename keeps the id, frees the old name and is found under the new',
    rule: 'Entra (4.8)',
    needs: 'patch',
    async run({ user, patch, find, uniqueName }) {
      const { id, userName } = await user()
      const next = `${uniqueName()}@contoso.example`
      holdStatus(await patch(`/Users/${id}`, { op: 'Replace', path: 'userName', value: next }), 200, 204)
      holdEqual((await find('/Users', `userName eq "${next}"`))[0]?.id, id, 'the id under the new name')
      hold(
        (await find('/Users', `userName eq "${String(userName)}"`)).length === 0,
        'the old name is still taken'
      )
    }
  },
  {
    id: 'patch.atomic',
    title: 'A PATCH that fails half way changes nothing',
    rule: `${RFC}; Entra (T39)`,
    needs: 'patch',
    async run({ user, patch, read }) {
      const taken = await user()
      const { id } = await user({ title: 'before' })
      const answer = await patch(
        `/Users/${id}`,
        { op: 'Replace', path: 'title', value: 'must not be applied' },
        { op: 'Replace', path: 'userName', value: taken.userName! }
      )
      holdError(answer, 409, 'uniqueness')
      holdEqual((await read(`/Users/${id}`)).body.title, 'before', 'title')
    }
  },
  {
    id: 'patch.unchanged',
    title: 'A PATCH without effect leaves lastModified alone',
    rule: `${RFC}.1: "the server … SHALL NOT change the modify timestamp"`,
    needs: 'patch',
    async run({ user, patch, read }) {
      const { id } = await user({ title: 'same' })
      const before = asObject((await read(`/Users/${id}`)).body.meta).lastModified
      await patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'same' })
      holdEqual(asObject((await read(`/Users/${id}`)).body.meta).lastModified, before ?? null, 'lastModified')
    }
  },
  {
    id: 'patch.answer',
    title: 'A PATCH of a user answers 200 with the resource, or 204',
    rule: RFC,
    needs: 'patch',
    async run({ user, patch }) {
      const { id } = await user()
      const answer = await patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'T' })
      hold(
        answer.status === 204 || (answer.status === 200 && answer.body.title === 'T'),
        `answered ${answer.status}`
      )
    }
  },
  {
    id: 'patch.unknown-user',
    title: 'PATCH on an unknown user is 404',
    rule: 'Entra logs a lost anchor and matches again',
    needs: 'patch',
    run: async ({ patch }) =>
      holdError(await patch('/Users/nobody-has-this-id', { op: 'replace', path: 'title', value: 'T' }), 404)
  },
  {
    id: 'patch.pollution',
    title: '__proto__ as a key or path reaches nothing',
    rule: 'Prototype pollution',
    needs: 'patch',
    async run({ user, patch, read, send }) {
      const { id } = await user()
      await patch(`/Users/${id}`, { op: 'add', path: '__proto__.polluted', value: 'yes' })
      await send(
        'PATCH',
        `/Users/${id}`,
        JSON.parse(
          `{"schemas":["${PATCH_OP}"],"Operations":[{"op":"add","value":{"__proto__":{"polluted":"yes"}}}]}`
        ) as JsonObject
      )
      const other = await user()
      const { text } = await read(`/Users/${other.id}`)
      hold(!text.includes('polluted'), 'another user shows it')
    }
  }
]
