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
    action: 'Open Setup',
    simulator: 'Open the Simulator',
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
    deletedBy: 'Deleted by',
    deletedByYou: 'Deleted by you',
    deletedAt: (moment: string) => `at ${moment}. What is shown is how it was last.`,
    deletedState: 'Deleted',
    copyUserName: 'Copy userName',
    unknownId: (id: string) => `unknown id ${id}`,
    unknownManager:
      'Nobody here has this id. It is kept, because Entra sends it once and creates the manager later.',
    tabs: {
      attributes: 'Attributes',
      groups: 'Groups',
      history: 'History',
      requests: 'Requests',
      raw: 'Raw JSON'
    },
    manager: 'Manager',
    activeUnsent: '· never sent, so “active eq true” does not find this user',
    noManager: 'no manager',
    reports: 'Reports',
    groupsHelp:
      'Direct: somebody put this user into the group. Through nesting: the user is in a group that is itself a member.',
    noGroups: 'This user is in no group.',
    group: 'Group',
    kind: 'How',
    direct: 'Direct',
    nested: 'Through nesting',
    via: 'Via',
    copyJson: 'Copy JSON',
    requestsHelp: 'Everything that was asked or done about this user, as far as the log goes back.',
    noRequests: 'No request in the log is about this user.',
    requestsFailed: 'The requests could not be loaded',
    allRequests: 'Show them in the live log',
    request: 'Request',
    time: 'Time',
    outcome: 'Outcome',
    what: 'What happened'
  },
  edit: {
    disable: 'Disable',
    enable: 'Enable',
    remove: 'Delete',
    disableTitle: (name: string) => `Disable ${name}?`,
    disableText: (name: string) =>
      `${name} is set to active: false. Systems that read this directory treat the account as switched off. It can be undone.`,
    enableTitle: (name: string) => `Enable ${name}?`,
    enableText: (name: string) => `${name} is set to active: true again. It can be undone.`,
    removeTitle: (name: string) => `Delete ${name}?`,
    removeText: (name: string, groups: number) =>
      `${name} leaves ${counted(groups, 'group', 'groups')} and the userName becomes free. The history stays. This cannot be undone: created again, the user gets a new id.`,
    disabled: (name: string) => `Disabled ${name}.`,
    enabled: (name: string) => `Enabled ${name}.`,
    removed: (name: string) => `Deleted ${name}.`
  }
}
