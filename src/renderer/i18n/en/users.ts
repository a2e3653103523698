import { formatNumber } from '../format'
import { counted } from './parts'

export const users = {
  title: 'Users',
  grid: 'Users',
  counts: (active: number, disabled: number) =>
    `${formatNumber(active)} active, ${formatNumber(disabled)} disabled`,
  search: 'Search users',
  searchHint: 'Name, userName, email, externalId or id',
  state: { label: 'State', all: 'All', active: 'Active', disabled: 'Disabled' },
  columns: {
    displayName: 'Display name',
    userName: 'userName',
    state: 'State',
    groupCount: 'Groups',
    modifiedAt: 'Last change'
  },
  found: (count: number) => counted(count, 'user found', 'users found'),
  failed: 'The users could not be loaded',
  empty: {
    title: 'No users yet',
    text: 'Users appear here the moment Entra creates them. Start with “Provision on demand” for one person in Entra.',
    action: 'Open the live log',
    filteredTitle: 'Nobody found',
    filteredText: (hidden: number) => `The search or state hides ${counted(hidden, 'user', 'users')}.`,
    clear: 'Show everybody'
  },
  detail: {
    back: 'Users',
    missing: 'There is no such user',
    missingText: 'It never existed here, or its history has been removed.',
    failed: 'The user could not be loaded',
    copyId: 'Copy id',
    deleted: (moment: string) => `Deleted on ${moment}. What is shown is how it was last.`,
    deletedBy: 'See the request',
    tabs: { attributes: 'Attributes', groups: 'Groups', history: 'History', raw: 'Raw JSON' },
    manager: 'Manager',
    noManager: 'no manager',
    reports: 'Reports',
    noReports: 'none',
    groupsHelp:
      'Direct: somebody put this user into the group. Through nesting: the user is in a group that is itself a member.',
    noGroups: 'This user is in no group.',
    group: 'Group',
    kind: 'How',
    direct: 'Direct',
    nested: 'Through nesting',
    via: 'Via',
    copyJson: 'Copy JSON'
  }
}
