import type { AttributeChange, MembersChange } from '../../shared/change'
import type { Story } from '../../shared/exchange'
import { ENTERPRISE_SCHEMA, type Named } from '../../shared/scim'

/** What an update comes to, said as one fact. `manager` is who the manager is now. */
export function storyOfUpdate(
  resource: Named,
  attributes: AttributeChange[],
  members: MembersChange | null,
  manager: Named | null
): Story {
  if (attributes.length === 0)
    return members ? { kind: 'members-changed', resource, ...members } : { kind: 'unchanged', resource }

  const paths = attributes.map(({ path }) => path)
  const updated: Story = { kind: 'updated', resource, attributes: members ? [...paths, 'members'] : paths }
  if (members) return updated

  const [only] = attributes
  if (attributes.length === 1 && only?.path === 'active') {
    return { kind: only.new === false ? 'disabled' : 'enabled', resource }
  }
  if (paths.every(path => path === MANAGER || path.startsWith(`${MANAGER}.`))) {
    return { kind: 'manager-changed', resource, manager }
  }
  return renamed(resource, attributes) ?? updated
}

const MANAGER = `${ENTERPRISE_SCHEMA}:manager`

/** What usually comes with another name: Entra sends the parts, the mail address and the anchor in the same PATCH. */
const NAME_LIKE = /^(displayName|userName|nickName|externalId|name(\..+)?|emails(\W.*)?)$/

function renamed(resource: Named, attributes: AttributeChange[]): Story | null {
  if (!attributes.every(({ path }) => NAME_LIKE.test(path))) return null
  const name =
    attributes.find(({ path }) => path === 'displayName') ??
    attributes.find(({ path }) => path === 'userName')
  if (!name || typeof name.old !== 'string' || typeof name.new !== 'string') return null
  return { kind: 'renamed', resource, from: name.old, to: name.new }
}
