import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseFilter } from '../../scim/filter/parse'
import { resolveFilter } from '../../scim/filter/resolve'
import { builtInRegistry, modelOf } from '../../scim/registry'
import { createResourceQueries } from '../queries'
import { openStores } from '../stores'
import { filterToSql, joined, sql } from '.'

const queries = createResourceQueries(openStores(mkdtempSync(join(tmpdir(), 'usher-filter-'))).db)

function plan(type: string, filter: string): string {
  const models = [modelOf(builtInRegistry, type)!]
  const where = filterToSql(resolveFilter(parseFilter(filter), models), { models, baseUrl: 'http://x' })
  return queries.explain(joined([where, sql('r.type = ?', type)], 'AND')).join(' | ')
}

test.each([
  ['User', 'userName eq "anna@contoso.example"', 'resources_user_name (user_name_key=?)'],
  ['User', 'userName sw "anna"', 'resources_user_name (user_name_key>? AND user_name_key<?)'],
  ['User', 'externalId eq "anna"', 'resources_external_id (external_id=?)'],
  ['User', 'id eq "4f1c"', 'sqlite_autoindex_resources_1 (id=?)'],
  ['User', 'displayName eq "Anna"', 'resources_display_name (type=? AND display_name_key=?)'],
  ['User', 'emails.value eq "a@b"', 'k USING PRIMARY KEY (attribute=? AND key=?)'],
  ['User', 'emails[type eq "work"].value eq "a@b"', 'k USING PRIMARY KEY (attribute=? AND key=?)'],
  ['User', 'emails[type eq "work" and value eq "a@b"]', 'k USING PRIMARY KEY (attribute=? AND key=?)'],
  ['User', 'id eq "4f1c" and manager eq "77"', '(id=?)'],
  ['User', 'manager eq "77"', 'resources_manager (manager_id=?)'],
  ['User', 'groups.value eq "77"', 'USING INTEGER PRIMARY KEY (rowid=?)'],
  ['Group', 'displayName eq "All staff"', 'resources_display_name (type=? AND display_name_key=?)'],
  ['Group', 'externalId eq "60f1"', 'resources_external_id (external_id=?)'],
  ['Group', 'members.value eq "4f1c"', 'members_member (member_ref=?)'],
  ['Group', 'members[value eq "4f1c"]', 'members_member (member_ref=?)'],
  ['Group', 'id eq "5b1" and members eq "4f1c"', '(id=?)'],
  ['Group', 'id eq "5b1" and members[value eq "4f1c" and type eq "User"]', '(id=?)']
])('%s %s is an index search', (type, filter, index) => {
  expect(plan(type, filter)).toContain(index)
  expect(plan(type, filter)).not.toMatch(/SCAN (r|m|g|x|k)\b/)
})
