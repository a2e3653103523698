import { ENTERPRISE_SCHEMA, type Json, type JsonObject } from '../../../shared/scim'
import { asObject } from '../mapping'
import { type Check, hold, holdEqual, holdStatus, type Session } from './check'

const MANAGER = `${ENTERPRISE_SCHEMA}:manager`

const withManager = (
  id: string,
  title: string,
  rule: string,
  value: (managerId: string) => Json,
  op = 'Add',
  path = MANAGER
): Check => ({
  id: `patch.manager.${id}`,
  title,
  rule,
  needs: 'patch',
  async run({ user, patch, read }: Session) {
    const manager = await user()
    const person = await user()
    holdStatus(await patch(`/Users/${person.id}`, { op, path, value: value(manager.id) }), 200, 204)
    const { body } = await read(`/Users/${person.id}`)
    const stored = asObject(body[ENTERPRISE_SCHEMA]).manager
    holdEqual(asObject(stored).value, manager.id, 'manager.value')
  }
})

const clearsManager = (id: string, title: string, rule: string, operation: JsonObject): Check => ({
  id: `patch.manager.${id}`,
  title,
  rule,
  needs: 'patch',
  async run({ user, patch, read }: Session) {
    const manager = await user()
    const person = await user()
    await patch(`/Users/${person.id}`, { op: 'add', path: MANAGER, value: { value: manager.id } })
    holdStatus(await patch(`/Users/${person.id}`, operation), 200, 204)
    const left = asObject(asObject((await read(`/Users/${person.id}`)).body[ENTERPRISE_SCHEMA]).manager).value
    hold(left === undefined || left === '' || left === null, `manager.value is ${JSON.stringify(left)}`)
  }
})

export const managerChecks: Check[] = [
  withManager('text', 'a manager as bare text', 'Entra, both dialects (T17)', id => id),
  withManager(
    'object',
    'a manager as object',
    "Microsoft's validator (T17)",
    value => ({ value }),
    'replace'
  ),
  withManager(
    'array',
    'a manager as array with $ref',
    "Microsoft's documentation (T17)",
    value => [{ $ref: `https://x.example/Users/${value}`, value }],
    'Add',
    'manager'
  ),
  withManager('un-prefixed', 'a manager by its un-prefixed name', 'Entra (T18)', id => id, 'Add', 'manager'),
  clearsManager('empty-text', 'a manager is cleared by an empty text', 'Gallery validation (T17)', {
    op: 'replace',
    path: MANAGER,
    value: ''
  }),
  clearsManager('empty-object', 'a manager is cleared by an empty value', "Microsoft's validator (T17)", {
    op: 'replace',
    path: MANAGER,
    value: { value: '' }
  }),
  clearsManager('remove', 'a manager is cleared by remove', 'RFC 7644 §3.5.2', {
    op: 'remove',
    path: MANAGER
  })
]
