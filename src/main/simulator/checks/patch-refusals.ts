import type { Json } from '../../../shared/scim'
import { type Check, holdEqual, holdError } from './check'

const RFC = 'RFC 7644 §3.5.2'

/** A PATCH that must be refused and must leave everything as it was. */
const refused = (
  id: string,
  title: string,
  rule: string,
  operations: Json[],
  status = 400,
  scimType?: string
): Check => ({
  id: `patch.refused.${id}`,
  title,
  rule,
  needs: 'patch',
  async run({ user, patch, read }) {
    const { id: userId } = await user({ title: 'untouched' })
    holdError(await patch(`/Users/${userId}`, ...operations), status, scimType)
    holdEqual((await read(`/Users/${userId}`)).body.title, 'untouched', 'title afterwards')
  }
})

export const patchRefusalChecks: Check[] = [
  refused('unknown-op', 'An unknown op is refused', RFC, [{ op: 'move', path: 'title', value: 'x' }]),
  refused('no-operations', 'A PATCH without operations is refused', RFC, []),
  refused('bad-path', 'A path that cannot be read is refused', `${RFC}: invalidPath`, [
    { op: 'replace', path: 'emails[type eq', value: 'x' }
  ]),
  refused(
    'no-target-remove',
    'remove without path is refused',
    `${RFC}.2: noTarget`,
    [{ op: 'remove' }],
    400,
    'noTarget'
  ),
  refused('wrong-type', 'A value of the wrong type is refused', RFC, [
    { op: 'replace', path: 'title', value: 'x' },
    { op: 'replace', path: 'active', value: { no: 'boolean' } }
  ]),
  refused('required', 'Removing userName is refused', `${RFC}.2`, [{ op: 'remove', path: 'userName' }])
]
