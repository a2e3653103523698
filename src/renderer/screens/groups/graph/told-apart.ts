import type { MemberRow } from '../../../../shared/directory-views'
import type { Named } from '../../../../shared/scim'

/** People as they are written side by side: who shares a name with another of them is written with the userName behind it. */
export function toldApart(rows: readonly Pick<MemberRow, 'member' | 'userName'>[]): Named[] {
  const bearers = new Map<string, number>()
  for (const { member } of rows) bearers.set(member.name, (bearers.get(member.name) ?? 0) + 1)
  return rows.map(({ member, userName }) =>
    userName !== null && userName !== member.name && bearers.get(member.name)! > 1
      ? { ...member, name: `${member.name} (${userName})` }
      : member
  )
}
